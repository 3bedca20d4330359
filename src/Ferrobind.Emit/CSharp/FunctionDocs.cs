using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Writes the documentation of a function's methods.</summary>
internal static class FunctionDocs
{
    public static void Throwing(CodeWriter code, ExportPlan export, ItemLinks links, IReadOnlyCollection<ParameterPlan> parameters)
    {
        DocWriter.Body(code, export.Docs, $"Calls Rust's <c>{DocWriter.Escape(export.RustPath)}</c>.", links);
        if (export.Error is { } error)
            DocWriter.Exception(code, error.CSharpName ?? "RustException", "Rust returned an error.");
        TextExceptions(code, parameters);
        DocWriter.Attributes(code, export.Docs);
    }

    public static void Trying(CodeWriter code, ExportPlan export, string throwing, CallStyle style)
    {
        code.Line($"/// <summary>Calls <see cref=\"{throwing}\"/>, but an error is no exception.</summary>");
        code.Line(style == CallStyle.TryingTyped
            ? "/// <returns>Whether Rust returned a value; <c>false</c> where it returned the error.</returns>"
            : "/// <returns>Whether Rust returned a value; <c>false</c> where it returned an error.</returns>");
        DocWriter.Attributes(code, export.Docs);
    }

    public static void Utf8(CodeWriter code, ExportPlan export, string strings)
    {
        code.Line($"/// <inheritdoc cref=\"{strings}\"/>");
        code.Line("/// <remarks>Takes texts that are UTF-8 already, such as <c>\"text\"u8</c>, and copies nothing.</remarks>");
        DocWriter.Exception(code, "ArgumentException", "A text is not UTF-8.");
        Overlap(code, export.Parameters);
        DocWriter.Attributes(code, export.Docs);
    }

    private static void Overlap(CodeWriter code, IReadOnlyCollection<ParameterPlan> parameters)
    {
        if (parameters.Any(p => p.Form is SliceParameter { IsMutable: true } or RecordSliceParameter { IsMutable: true }) && parameters.Count(p => p.Form.IsMemory) > 1)
            DocWriter.Exception(code, "ArgumentException", "A span that is written to shares memory with another argument.");
    }

    private static void TextExceptions(CodeWriter code, IReadOnlyCollection<ParameterPlan> parameters)
    {
        if (parameters.Any(p => p.Form is TextParameter))
            DocWriter.Exception(code, "ArgumentNullException", "A text is null.");
        if (parameters.Any(p => p.Form is TextParameter or OptionalParameter { Inner: TextParameter }))
            DocWriter.Exception(code, "ArgumentException", "A text has half of a surrogate pair.");
        if (parameters.Any(p => p.Form is WireParameter))
            DocWriter.Exception(code, "ArgumentException", "A value, or a part of one, is none in Rust: null, or out of range.");
        Overlap(code, parameters);
    }
}
