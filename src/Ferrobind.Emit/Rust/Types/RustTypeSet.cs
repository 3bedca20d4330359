using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust.Types;

/// <summary>The types that a crate's part of the bridge writes: those that no earlier crate has, for the needs of all that have them.</summary>
internal sealed class RustTypeSet
{
    private readonly LibraryPlan _library;
    private readonly int _crate;
    private readonly ImmutableDictionary<string, SharedType> _elsewhere;
    private readonly ILookup<string, TypePlan> _others;

    public RustTypeSet(LibraryPlan library, int crate)
    {
        (_library, _crate) = (library, crate);
        _elsewhere = library.Shared.Where(s => s.Crate == crate).ToImmutableDictionary(s => s.Key, StringComparer.Ordinal);
        _others = library.Shared.Where(s => s.Owner == crate)
            .ToLookup(s => s.OwnerKey, s => library.Crates[s.Crate].Type(s.Key), StringComparer.Ordinal);
        InPlace =
        [
            .. TypeGraph.SeenInPlace(Plan),
            .. library.Shared.Where(s => s.Owner == crate && TypeGraph.SeenInPlace(library.Crates[s.Crate]).Contains(s.Key)).Select(s => s.OwnerKey),
        ];
    }

    /// <summary>The data to write.</summary>
    public IEnumerable<TypePlan> Types => Plan.Types.Where(IsHere)
        .Select(type => type with { IsSent = type.IsSent || _others[type.Key].Any(other => other.IsSent) });

    /// <summary>The handles to write.</summary>
    public IEnumerable<HandlePlan> Handles => Plan.Handles.Where(IsHere)
        .Select(handle => handle with { IsShared = handle.IsShared || _others[handle.Key].Any(other => other is HandlePlan { IsShared: true }) });

    /// <summary>The keys of the types whose values are seen where they lie.</summary>
    public HashSet<string> InPlace { get; }

    /// <summary>The mirrors that another crate's part has: its module, the name there, and here.</summary>
    public IEnumerable<(RustModule Module, string There, string Here)> Mirrors =>
        from type in Plan.Types
        where type is RecordPlan { Layout: not RecordLayout.Wire } && !IsHere(type)
        let shared = _elsewhere[type.Key]
        let owner = _library.Crates[shared.Owner]
        select (RustModule.Of(owner.Package), RustSignature.Mirror(owner, owner.Type(shared.OwnerKey)), RustSignature.Mirror(Plan, type));

    private BridgePlan Plan => _library.Crates[_crate];

    private bool IsHere(TypePlan type) => !_elsewhere.ContainsKey(type.Key);
}
