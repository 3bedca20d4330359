using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust.Types;

/// <summary>Writes what a cell must know of a type.</summary>
internal static class HandleWriter
{
    public static void Write(CodeWriter writer, HandlePlan handle)
    {
        using (ImplWriter.Impl(writer, "", "Object", RustKeywords.InType(handle.StaticType)))
        {
            writer.Line($"type At<'a> = {RustKeywords.InType(handle.TypeAt)};");
            writer.Blank().Line($"const NAME: &'static str = \"{handle.ShortName}\";");
            writer.Line("const SEND: bool = Probe::<Self>::SEND;");
            writer.Line("const SYNC: bool = Probe::<Self>::SYNC;");
        }
    }
}
