using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust.Types;

/// <summary>Writes what a cell must know of a type.</summary>
internal static class HandleWriter
{
    public static void Write(CodeWriter writer, BridgePlan plan, HandlePlan handle)
    {
        var shared = handle.IsShared ? ", Arc" : "";
        var (type, at) = (RustKeywords.InType(handle.StaticType), RustKeywords.InType(handle.TypeAt));
        if (handle.IsDyn)
        {
            WriteDyn(writer, plan, handle, at);
            return;
        }

        writer.Line(handle.HasLifetimes
            ? $"object!(<'a> {(handle.IsInvariant ? "invariant " : "")}{type}, {at}, \"{handle.ShortName}\"{shared});"
            : $"object!({type}, \"{handle.ShortName}\"{shared});");
    }

    // What is in a box stays there, also where others want an Arc: it could not come out of that again. To Rust, one that borrows and
    // one that does not are one type, of which there is one implementation.
    private static void WriteDyn(CodeWriter writer, BridgePlan plan, HandlePlan handle, string at)
    {
        var isBeside = plan.Handles.Any(h => h.IsDyn && h.HasLifetimes && Static(h.TypeAt) == handle.TypeAt);
        ImplWriter.WriteMacro(writer, "dyn_object", handle.HasLifetimes
            ? [$"<'a> {RustNames.Last(handle.StaticType)}", Static(at), at, $"\"{handle.ShortName}\""]
            : [(isBeside ? "beside " : "") + at, $"\"{handle.ShortName}\""]);
    }

    private static string Static(string at) => at.Replace("'a", "'static", StringComparison.Ordinal);
}
