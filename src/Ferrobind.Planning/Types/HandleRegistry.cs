using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;

namespace Ferrobind.Planning.Types;

/// <summary>
/// Which types cross as handles: those of the API that are not data, each instantiation planned once. Whether one can
/// be kept in a cell is the compiler's to say.
/// </summary>
internal sealed class HandleRegistry
{
    // Of the crate's types in each other.
    private const int MaxDepth = 3;

    // Each has the type's members, however many.
    private const int MaxMembers = 20_000;

    private readonly CrateApi _api;
    private readonly TypeRegistry _types;
    private readonly TypeNames _names;
    private readonly HashSet<string> _refused;
    private readonly Dictionary<string, ApiItem> _items;
    private readonly HashSet<string> _copy;
    private readonly HashSet<string> _clone;
    private readonly HashSet<string> _comparable;
    private readonly HashSet<string> _unsized;
    private readonly SortedDictionary<string, HandlePlan> _plans = new(StringComparer.Ordinal);

    public HandleRegistry(CrateApi api, TypeRegistry types, TypeNames names, IEnumerable<string> refused, Func<string, bool> isLeftOut)
    {
        (_api, _types, _names) = (api, types, names);
        _refused = refused.ToHashSet(StringComparer.Ordinal);
        _items = api.Items.Where(i => i is StructItem or EnumItem && !isLeftOut(i.Path))
            .ToDictionary(i => i.Definition.Path, StringComparer.Ordinal);
        _copy = Implementing(api, "core::marker::Copy");
        _clone = Implementing(api, "core::clone::Clone");
        _comparable = Implementing(api, "core::cmp::PartialEq");
        _unsized = api.Impls.Where(i => i is { IsNegative: true, IsSynthetic: true } && i.Trait?.Definition.Path == "core::marker::Sized")
            .Select(i => i.For).OfType<PathType>().Select(t => t.Definition.Path)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static HashSet<string> Implementing(CrateApi api, string trait) =>
        api.Impls.Where(i => i is { IsNegative: false } && i.Trait?.Definition.Path == trait)
            .Select(i => i.For).OfType<PathType>().Select(t => t.Definition.Path)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The instantiations that were planned, by key.</summary>
    public Dictionary<string, PathType> Instances { get; } = new(StringComparer.Ordinal);

    /// <summary>The trait objects that were planned, by key.</summary>
    public Dictionary<string, DynTraitType> TraitObjects { get; } = new(StringComparer.Ordinal);

    /// <summary>The type that a key stands for; null where it is none of the crate's.</summary>
    public TypeRef? Mention(string key) => Instances.TryGetValue(key, out var type) ? type : TraitObjects.GetValueOrDefault(key);

    /// <summary>All that were asked for, sorted by key.</summary>
    public IEnumerable<HandlePlan> Planned => _plans.Values;

    public HandlePlan? Find(string key) => _plans.GetValueOrDefault(key);

    /// <summary>Whether values of the type are only there behind pointers: it ends in a slice, or is a trait object.</summary>
    public bool IsUnsized(TypeRef type) => type is DynTraitType || (type is PathType path && _unsized.Contains(path.Definition.Path));

    /// <summary>Whether a value of the type can be copied out of its cell.</summary>
    public bool IsCopy(PathType type) => _copy.Contains(type.Definition.Path);

    /// <summary>Whether a value of a planned type can be cloned, if its arguments can.</summary>
    public bool IsClone(string key) => Instances.TryGetValue(key, out var type) && _clone.Contains(type.Definition.Path);

    /// <summary>The same of one that can be compared with others, too.</summary>
    public bool IsComparableClone(string key) => IsClone(key) && _comparable.Contains(Instances[key].Definition.Path);

    /// <summary>The type as a handle, if it is a type of the API and no data.</summary>
    public HandlePlan? Plan(TypeRef type)
    {
        if (type is DynTraitType dyn)
            return PlanDyn(dyn);
        if (type is not PathType path || !_items.TryGetValue(path.Definition.Path, out var item)
            || item is StructItem { IsUnion: true } || _types.Members.IsOnlyIterator(path) || _types.Plan(type) is not null)
        {
            return null;
        }

        if (GenericArguments.Complete(item, path) is not { } complete)
            return null;
        var key = _types.Bridge.Key(item, complete);
        if (_plans.TryGetValue(key, out var known))
            return known;
        if (_refused.Contains(key) || Depth(complete) > MaxDepth || Growth.IsTooMuch(complete)
            || _types.Count(item) + _plans.Values.Count(p => p.RustPath == "::" + item.Path) >= Most(item))
        {
            return null;
        }

        var (c, go, csharp) = _names.Take(item, complete, _ => [], isHandle: true);
        var plan = new HandlePlan(
            key, _types.Bridge.Of(complete, "'_"), "::" + item.Path, c, go, csharp,
            new Documentation(item.Docs, item.Deprecation is { } d ? d.Note ?? "" : null),
            _types.Bridge.Of(complete, "'static"), _types.Bridge.Of(complete, "'a"))
        {
            ShortName = RustSyntax.Of(complete),
            IsDyn = IsUnsized(complete),
        };

        // The compiler cannot tell one that borrows from one that does not.
        if (plan is { IsDyn: true, HasLifetimes: true })
            return null;
        _plans.Add(key, plan);
        Instances.Add(key, complete);
        return plan;
    }

    private int Most(ApiItem item) => Math.Min(Growth.MaxInstances, MaxMembers / Math.Max(1, _types.Members.Count(item.Definition)));

    /// <summary>A type that is the bridge's own.</summary>
    public void Add(HandlePlan plan) => _plans.TryAdd(plan.Key, plan);

    private HandlePlan? PlanDyn(DynTraitType type)
    {
        if (_types.TraitObjects.Principal(type) is not { } trait)
            return null;
        var borrows = Types.TraitObjects.Borrows(type);
        var key = _types.Bridge.Of(type with { Lifetime = null }, null).Replace("dyn ::", "dyn ", StringComparison.Ordinal) + (borrows ? " + '_" : "");
        if (_plans.TryGetValue(key, out var known))
            return known;
        if (_refused.Contains(key))
            return null;
        var (c, go, csharp) = _names.Take(trait, type, borrows);
        var plan = new HandlePlan(
            key, _types.Bridge.Of(type, "'_"), "::" + trait.Path, c, go, csharp,
            new Documentation(trait.Docs, trait.Deprecation is { } d ? d.Note ?? "" : null),
            borrows ? "crate::types::" + csharp : _types.Bridge.Of(type, "'static"), _types.Bridge.Of(type, borrows ? "'a" : "'static"))
        {
            ShortName = trait.Name + (borrows ? "Ref" : ""),
            IsDyn = true,
        };
        _plans.Add(key, plan);
        TraitObjects.Add(key, type);
        return plan;
    }

    private static int Depth(TypeRef type) => type switch
    {
        PathType path => 1 + path.TypeArguments().Select(Depth).DefaultIfEmpty(0).Max(),
        ReferenceType reference => Depth(reference.Target),
        TupleType tuple => tuple.Elements.Select(Depth).DefaultIfEmpty(0).Max(),
        SliceType slice => Depth(slice.Element),
        ArrayType array => Depth(array.Element),
        _ => 0,
    };

    /// <summary>How many lifetimes a type has, mentioned or not.</summary>
    public int Lifetimes(Definition definition) =>
        _items.TryGetValue(definition.Path, out var item) ? GenericArguments.Of(item).Parameters.OfType<LifetimeParameter>().Count() : 0;
}
