using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust.Types;

/// <summary>Writes what a cell must know of a type.</summary>
internal static class HandleWriter
{
    public static void Write(CodeWriter writer, HandlePlan handle)
    {
        var shared = handle.IsShared ? ", Arc" : "";
        var (type, at) = (RustKeywords.InType(handle.StaticType), RustKeywords.InType(handle.TypeAt));
        writer.Line(handle.HasLifetimes
            ? $"object!(<'a> {type}, {at}, \"{handle.ShortName}\"{shared});"
            : $"object!({type}, \"{handle.ShortName}\"{shared});");
    }
}
