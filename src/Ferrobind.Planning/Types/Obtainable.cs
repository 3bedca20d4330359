using Ferrobind.Plan;

namespace Ferrobind.Planning.Types;

/// <summary>Which handles can be had: what some export gives that needs none, or none but those that can be had.</summary>
internal sealed class Obtainable
{
    private readonly TypeRegistry _types;
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    public Obtainable(TypeRegistry types, IReadOnlyCollection<ExportPlan> exports)
    {
        _types = types;

        // Step by step: a type that only its own methods return cannot be had either.
        for (var known = -1; known != _keys.Count;)
        {
            known = _keys.Count;
            _keys.UnionWith(exports.Where(e => Missing(e) is null).SelectMany(Given).ToArray());
        }
    }

    public bool Contains(string key) => _keys.Contains(key);

    /// <summary>The first type that an export needs and that cannot be had; null where it can be called.</summary>
    public string? Missing(ExportPlan export) => Needed(export).FirstOrDefault(key => !Contains(key));

    /// <summary>Values of the type can be made: all that is inside of them can be had.</summary>
    public bool IsWhole(TypePlan type) => _types.HandlesIn(new NamedValue(type.Key)).All(Contains);

    /// <summary>What messages call the type inside of another one that cannot be had.</summary>
    public string MissingIn(TypePlan type) =>
        _types.Handles.Find(_types.HandlesIn(new NamedValue(type.Key)).First(key => !Contains(key)))!.ShortName;

    // None may be given for one that is optional. What a closure returns, the caller has to have.
    private IEnumerable<string> Needed(ExportPlan export) =>
        export.Parameters.SelectMany(p => p.Form switch
        {
            HandleParameter { IsOptional: false } handle => [handle.Key],
            WireParameter wire => _types.HandlesIn(wire.Type),
            _ => [],
        }).Concat(export.Closures.SelectMany(c => _types.HandlesIn(c.Result)))
        .Concat(export.Owner is { } owner && _types.Find(owner) is not null ? _types.HandlesIn(new NamedValue(owner)) : []);

    // What a closure is lent, its code has for a while.
    private IEnumerable<string> Given(ExportPlan export) =>
        Results(export.Result).Concat(export.Closures.SelectMany(c => c.Arguments).SelectMany(a => _types.HandlesIn(a.Type)));

    private IEnumerable<string> Results(ResultForm result) => result switch
    {
        HandleResult handle => [handle.Key],
        SequenceResult sequence => _types.HandlesIn(sequence.Item),
        WireResult wire => _types.HandlesIn(wire.Type),
        _ => [],
    };
}
