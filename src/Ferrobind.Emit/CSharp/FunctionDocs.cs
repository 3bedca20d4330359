using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Writes the documentation of a function's methods.</summary>
internal static class FunctionDocs
{
    /// <param name="takesNull">Null is an answer, and no mistake.</param>
    public static void Throwing(
        CodeWriter code, ExportPlan export, ItemLinks links, IReadOnlyCollection<ParameterPlan> parameters, bool takesNull)
    {
        DocWriter.Body(code, export.Docs, Summary(export), links, Consumed(export, parameters));
        if (export.Error is { } error)
            DocWriter.Exception(code, error.CSharpName ?? "RustException", "Rust returned an error.");
        if (!takesNull)
            NullException(code, parameters);
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

    private static string Summary(ExportPlan export)
    {
        var path = $"Rust's <c>{DocWriter.Escape(export.RustPath)}</c>";
        return export.Idiom switch
        {
            Idiom.New => $"Makes one with {path}.",
            Idiom.Clone => "Another one with the same value.",
            Idiom.Equal => "Whether both have values that are equal in Rust.",
            Idiom.Hash => "A hash code that is the same for values that are equal.",
            Idiom.Compare => "Compares the values as Rust does.",
            Idiom.Parse => "Reads what a text says.",
            Idiom.Iterate when export.Parameters[0].Form is HandleParameter { Access: HandleAccess.Exclusive } =>
                "Enumerates the items, once. Leaving the loop disposes this object.",
            Idiom.Iterate => "Enumerates the items.",
            Idiom.Index => "What Rust has at an index.",
            _ => $"Calls {path}.",
        };
    }

    // What is over after the call.
    private static string? Consumed(ExportPlan export, IReadOnlyCollection<ParameterPlan> parameters)
    {
        var names = export.Parameters.Where(p => p.Form is HandleParameter { Access: HandleAccess.Consumed } or WireParameter { Handles: HandleUse.Consumed })
            .Select(p => (p.Form is WireParameter ? "the objects in " : "")
                + (parameters.Contains(p) ? $"<paramref name=\"{p.CSharpName.TrimStart('@')}\"/>" : "this object")).ToList();
        return names.Count switch
        {
            0 => null,
            1 => $"Disposes {names[0]}: {(names[0].StartsWith("the objects", StringComparison.Ordinal) ? "their values go" : "its value goes")} into the call.",
            _ => $"Disposes {string.Join(", ", names.SkipLast(1))} and {names[^1]}: their values go into the call.",
        };
    }

    private static void NullException(CodeWriter code, IReadOnlyCollection<ParameterPlan> parameters)
    {
        var (text, handle) = (parameters.Any(p => p.Form is TextParameter), parameters.Any(p => p.Form is HandleParameter { IsOptional: false }));
        if (text || handle)
            DocWriter.Exception(code, "ArgumentNullException", (text, handle) switch
            {
                (true, true) => "A text or an object is null.",
                (true, false) => "A text is null.",
                _ => "An object is null.",
            });
    }

    private static void TextExceptions(CodeWriter code, IReadOnlyCollection<ParameterPlan> parameters)
    {
        if (parameters.Any(p => p.Form is TextParameter or OptionalParameter { Inner: TextParameter }))
            DocWriter.Exception(code, "ArgumentException", "A text has half of a surrogate pair.");
        if (parameters.Any(p => p.Form is WireParameter))
            DocWriter.Exception(code, "ArgumentException", "A value, or a part of one, is none in Rust: null, or out of range.");
        Overlap(code, parameters);
    }
}
