using System.Globalization;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust.Types;

/// <summary>The parts that the implementations of all types have.</summary>
internal static class ImplWriter
{
    private const int MaxWidth = 100;

    // rustfmt's struct_lit_width, which is that of a pattern, too.
    private const int MaxFieldsWidth = 18;

    /// <summary>Opens <c>impl Trait for Type</c>, as rustfmt breaks it.</summary>
    public static IDisposable Impl(CodeWriter writer, string generics, string trait, string type)
    {
        var head = $"impl{generics} {trait} for {type} {{";
        if (head.Length <= MaxWidth)
            return writer.Block(head, "}");
        using (writer.Block($"impl{generics} {trait}", ""))
            writer.Line($"for {type}");
        return writer.Block("{", "}");
    }

    /// <summary>How much of the wire it takes.</summary>
    public static void WriteExtent(CodeWriter writer, BridgePlan plan, TypePlan type)
    {
        var extent = WireExtent.Of(plan, type);
        using (Impl(writer, "", "Extent", type.RustType))
        {
            writer.Line(string.Create(CultureInfo.InvariantCulture, $"const LEAST: usize = {extent.Least};"));
            if (extent.IsFixed)
                writer.Line("const IS_FIXED: bool = true;");
        }
    }

    /// <summary>Writes <c>Encode</c> of a type that has no bytes.</summary>
    public static void WriteEmptyEncode(CodeWriter writer, TypePlan type)
    {
        using (Impl(writer.Blank(), "", "Encode", type.RustType))
            writer.Line("#[inline]").Line("fn encode(&self, _: &mut Writer) {}");
    }

    /// <summary>Opens <c>Encode</c> and its function.</summary>
    public static IDisposable Encode(CodeWriter writer, TypePlan type)
    {
        var impl = Impl(writer.Blank(), "", "Encode", type.RustType);
        return new Both(impl, writer.Line("#[inline]").Block("fn encode(&self, out: &mut Writer) {", "}"));
    }

    /// <summary>Opens <c>Decode</c> and its function.</summary>
    public static IDisposable Decode(CodeWriter writer, TypePlan type, bool isEmpty)
    {
        // A text in a type's arguments is one in the caller's buffer.
        var named = type.RustType.Replace("&", "&'f ", StringComparison.Ordinal).Replace("'_", "'f", StringComparison.Ordinal);
        var impl = Impl(writer.Blank(), "<'f>", "Decode<'f>", named);
        var reader = isEmpty ? "_" : "reader";
        return new Both(
            impl, writer.Line("#[inline]").Block($"fn decode({reader}: &mut Reader<'f>) -> Result<Self, Malformed> {{", "}"));
    }

    /// <summary>The fields of a structure or a pattern stand on its line.</summary>
    public static bool IsShort(IReadOnlyCollection<string> fields) => string.Join(", ", fields).Length <= MaxFieldsWidth;

    /// <summary>Writes a structure, on one line if it is short.</summary>
    public static void WriteFields(CodeWriter writer, string before, IReadOnlyCollection<string> fields, string after)
    {
        if (fields.Count == 0)
        {
            writer.Line($"{before} {{}}{after}");
        }
        else if (IsShort(fields))
        {
            writer.Line($"{before} {{ {string.Join(", ", fields)} }}{after}");
        }
        else
        {
            using (writer.Block($"{before} {{", $"}}{after}"))
            {
                foreach (var field in fields)
                    writer.Line($"{field},");
            }
        }
    }

    /// <summary>Writes a macro's call. rustfmt leaves those alone that are no expressions; they are to fit on lines all the same.</summary>
    public static void WriteMacro(CodeWriter writer, string name, IReadOnlyCollection<string> arguments)
    {
        var line = $"{name}!({string.Join(", ", arguments)});";
        if (line.Length <= MaxWidth)
        {
            writer.Line(line);
            return;
        }

        using (writer.Block($"{name}!(", ");"))
            writer.Line(string.Join(",\n", arguments));
    }

    private sealed class Both(IDisposable outer, IDisposable inner) : IDisposable
    {
        public void Dispose()
        {
            inner.Dispose();
            outer.Dispose();
        }
    }
}
