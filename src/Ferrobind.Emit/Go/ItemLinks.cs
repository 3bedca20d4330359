using Ferrobind.Emit.Docs;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>Where Rust's links between items lead to in the Go package.</summary>
internal sealed class ItemLinks
{
    private readonly Dictionary<string, string?> _names = new(StringComparer.Ordinal);

    public ItemLinks(BridgePlan plan)
    {
        var types = plan.Types.Concat(plan.Handles).ToDictionary(t => t.Key, t => t.GoName, StringComparer.Ordinal);
        foreach (var (path, name) in plan.Exports
            .Select(e => (e.RustPath, e is { Owner: { } owner, HasReceiver: true } ? $"{types[owner]}.{e.GoName}" : e.GoName))
            .Concat(plan.Types.Concat(plan.Handles).SelectMany(Of))
            .Concat(plan.Constants.Select(c => (c.RustPath, c.GoName)))
            .Concat(plan.RawFunctions.Select(f => (f.RustPath, f.Text?.GoName ?? f.GoName)))
            .Concat(plan.Errors.Where(e => e.GoName is not null).Select(e => (e.RustType, e.GoName!))))
        {
            // The whole path, and each end of it as long as only one item has it.
            for (var (rest, isWhole) = (path, true); rest.Length > 0; isWhole = false)
            {
                if (!_names.TryAdd(rest, name) && !isWhole)
                    _names[rest] = _names[rest] == name ? name : null;
                var separator = rest.IndexOf("::", StringComparison.Ordinal);
                rest = separator < 0 ? "" : rest[(separator + 2)..];
            }
        }
    }

    /// <summary>The Go name of what a link leads to; null where that is not in the package.</summary>
    public string? Find(LinkInline link) => link.IsAddress ? null : _names.GetValueOrDefault(link.ItemPath);

    private static IEnumerable<(string RustPath, string GoName)> Of(TypePlan type)
    {
        var path = type.RustPath[2..];
        IEnumerable<(string, string)> members = type switch
        {
            SumPlan sum => sum.Variants.Select(v => ($"{path}::{v.RustName}", v.GoName)),
            EnumPlan values => values.Members.Select(m => ($"{path}::{m.RustName}", m.GoName)),
            _ => [],
        };
        return members.Prepend((path, type.GoName));
    }
}
