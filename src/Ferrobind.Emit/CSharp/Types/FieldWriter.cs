using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Types;

/// <summary>Writes the fields of a record or a variant: as parameters of a positional record, or as properties.</summary>
internal sealed class FieldWriter(CodeWriter code, TypeScope scope, ItemLinks links)
{
    /// <summary>The documentation of positional fields.</summary>
    public void Docs(IReadOnlyCollection<FieldPlan> fields)
    {
        // All or none, as the compiler wants it.
        if (fields.All(f => f.Docs.Markdown is null))
            return;
        foreach (var field in fields)
            DocWriter.Parameter(code, field.CSharpName, field.Docs, $"Rust's <c>{DocWriter.Escape(field.RustName)}</c>.", links);
    }

    /// <summary>The parameters of a positional record, after its head.</summary>
    public void Positional(string head, IEnumerable<FieldPlan> fields, string end)
    {
        var list = fields.Select(f => $"{Obsolete(f)}{scope.Of(f.Type)} {f.CSharpName}").ToList();
        if (head.Length + string.Join(", ", list).Length + end.Length < 110)
        {
            code.Line($"{head}({string.Join(", ", list)}){end}");
            return;
        }

        using (code.Block($"{head}(", ""))
            code.Line(string.Join(",\n", list) + ")" + end);
    }

    /// <summary>One property of a record that is not positional, or whose property can be set.</summary>
    public void Property(FieldPlan field, string modifier, string accessors, string initializer)
    {
        DocWriter.Member(code, field.Docs, $"Rust's <c>{DocWriter.Escape(field.RustName)}</c>.", links);
        code.Line($"public {modifier}{scope.Of(field.Type)} {field.CSharpName} {{ get; {accessors}; }}{initializer}");
    }

    private static string Obsolete(FieldPlan field) => field.Docs.Deprecated is { } reason
        ? $"[property: Obsolete({Literals.Text(reason.Length == 0 ? "Deprecated in Rust." : reason)})] "
        : "";
}
