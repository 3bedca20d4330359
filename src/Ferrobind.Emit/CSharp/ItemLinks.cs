using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Emit.Docs;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>Where Rust's links between items lead to in the C# project, as <c>cref</c>s.</summary>
internal sealed class ItemLinks
{
    private readonly Dictionary<string, string?> _targets = new(StringComparer.Ordinal);

    public ItemLinks(BridgePlan plan, TypeScope scope)
    {
        foreach (var type in plan.Types.Concat(plan.Handles))
            AddType(type);
        foreach (var export in plan.Exports.Where(e => e.Owner is null))
            Add(export.RustPath, $"{export.CSharpClass}.{Member(export, scope)}");
        foreach (var export in plan.Exports.Where(e => e.Owner is not null))
            AddMember(export, scope);
        foreach (var constant in plan.Constants)
            Add(constant.RustPath, $"{Class(constant.Owner, constant.CSharpClass, scope)}.{constant.CSharpName}");
        foreach (var function in plan.RawFunctions)
            Add(function.RustPath, $"{function.CSharpClass}.{function.CSharpName}");
        foreach (var error in plan.Errors.Where(e => e.CSharpName is not null))
            Add(error.RustType, error.CSharpName!);
    }

    /// <summary>The <c>cref</c> of what a link leads to; null where that is not in the project.</summary>
    public string? Find(LinkInline link) => link.IsAddress ? null : _targets.GetValueOrDefault(link.ItemPath);

    private void AddType(TypePlan type)
    {
        var path = type.RustPath[2..];
        Add(path, type.CSharpName);
        var members = type switch
        {
            EnumPlan values => values.Members.Select(m => (m.RustName, m.CSharpName)),
            SumPlan sum => sum.Variants.Select(v => (v.RustName, v.CSharpName)),
            _ => [],
        };
        foreach (var (rustName, name) in members)
            Add($"{path}::{rustName}", $"{type.CSharpName}.{name}");
    }

    // Of handles, whose members are where they are looked for: not in an extension, not an operator.
    private void AddMember(ExportPlan export, TypeScope scope)
    {
        if (export.Idiom is not (Idiom.None or Idiom.New) || scope.Facts[export.Owner!] is not HandlePlan owner)
            return;
        var name = export.Idiom == Idiom.New ? owner.CSharpName : export.CSharpName;
        var parameters = export.Parameters.Skip(export.HasReceiver ? 1 : 0);
        Add(export.RustPath, $"{owner.CSharpName}.{Signature.Cref(name, parameters, new FunctionPlace(scope, ""))}");
    }

    private static string Class(string? owner, string module, TypeScope scope) => owner is null ? module : scope.Facts[owner].CSharpName;

    private static string Member(ExportPlan export, TypeScope scope) => export.IsValue
        ? export.CSharpName
        : Signature.Cref(export.CSharpName, export.Parameters, new FunctionPlace(scope, ""));

    // The whole path, and each end of it as long as only one item has it.
    private void Add(string path, string cref)
    {
        for (var (rest, isWhole) = (path, true); rest.Length > 0; isWhole = false)
        {
            if (!_targets.TryAdd(rest, cref) && !isWhole)
                _targets[rest] = _targets[rest] == cref ? cref : null;
            var separator = rest.IndexOf("::", StringComparison.Ordinal);
            rest = separator < 0 ? "" : rest[(separator + 2)..];
        }
    }
}
