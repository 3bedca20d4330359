using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Values;

namespace Ferrobind.Planning.Types;

/// <summary>
/// Which of the crate's types are data, each planned once, with its instantiation. A type that contains itself is
/// data as long as nothing in it says otherwise: it is taken for data while it is being looked at, and where that
/// turns out wrong, all that rested on it is looked at again.
/// </summary>
internal sealed class TypeRegistry
{
    private readonly Dictionary<string, ApiItem> _items;
    private readonly HashSet<string> _withDrop;
    private readonly SortedDictionary<string, TypePlan?> _plans = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notData;
    private readonly BorrowedTypes _borrowed;
    private readonly HashSet<string> _failures;
    private readonly TypeNames _names;

    /// <param name="refused">The keys of types that the compiler does not let cross.</param>
    /// <param name="isLeftOut">Whether the configuration leaves a path out.</param>
    public TypeRegistry(CrateApi api, TypeNames names, IReadOnlyCollection<string> refused, Func<string, bool> isLeftOut)
    {
        _notData = new HashSet<string>(refused, StringComparer.Ordinal);
        _names = names;
        _items = api.Items.Where(i => i is StructItem or EnumItem)
            .ToDictionary(i => i.Definition.Path, StringComparer.Ordinal);
        _withDrop = api.Impls
            .Where(i => i.Trait?.Definition.Path == "core::ops::drop::Drop")
            .Select(i => i.For).OfType<PathType>().Select(t => t.Definition.Path)
            .ToHashSet(StringComparer.Ordinal);
        _borrowed = new BorrowedTypes(api, HasDrop);
        _failures = Failures.Of(api);
        Bridge = new BridgeTypes(api);
        Values = new ValuePlanner(this);
        Presets = new PresetArguments(api);
        Members = new Members(api, Presets);
        TraitObjects = new TraitObjects(api);
        StdTraits = new StdTraits(api, Members);
        Variants = new Variants(api, this);
        Implementors = new Implementors(api, this);
        Handles = new HandleRegistry(api, this, names, refused, isLeftOut);
    }

    /// <summary>How the bridge writes types.</summary>
    public BridgeTypes Bridge { get; }

    public ValuePlanner Values { get; }

    /// <summary>The types that are not data.</summary>
    public HandleRegistry Handles { get; }

    /// <summary>Who implements the crate's own traits.</summary>
    public Implementors Implementors { get; }

    /// <summary>What more traits of the standard library add to types.</summary>
    public StdTraits StdTraits { get; }

    /// <summary>What the variants of enums add to them.</summary>
    public Variants Variants { get; }

    /// <summary>The trait objects.</summary>
    public TraitObjects TraitObjects { get; }

    /// <summary>What type parameters are by default.</summary>
    public PresetArguments Presets { get; }

    /// <summary>What can be called on types.</summary>
    public Members Members { get; }

    /// <summary>The instantiations that were planned, by key.</summary>
    public Dictionary<string, PathType> Instances { get; } = new(StringComparer.Ordinal);

    /// <summary>All types that are data and were asked for, sorted by key.</summary>
    public IEnumerable<TypePlan> Planned => _plans.Values.OfType<TypePlan>();

    public TypePlan? Find(string key) => _plans.GetValueOrDefault(key);

    /// <summary>Records that values of a type come in; for a type inside of it, too.</summary>
    public void Send(DataType value) => Mark(value, plan => plan.IsSent, plan => plan with { IsSent = true });

    /// <summary>Records that a value of the type is changed in place.</summary>
    public void Mutate(string key)
    {
        if (_plans[key] is { } plan)
            _plans[key] = plan with { IsMutated = true };
    }

    /// <summary>The type as data, if it is a type of the crate and data.</summary>
    public DataType? Plan(TypeRef type)
    {
        if (type is not PathType mention || !_items.TryGetValue(mention.Definition.Path, out var item)
            || GenericArguments.Complete(item, mention) is not { } path)
        {
            return null;
        }

        var key = Bridge.Key(item, path);
        if (_notData.Contains(key))
            return null;
        if (_plans.ContainsKey(key))
            return new NamedValue(key);
        if (Growth.IsTooMuch(path) || Count(item) >= Growth.MaxInstances)
            return null;

        _plans.Add(key, null); // Taken for data while it is being looked at.
        if (TypePlanner.Plan(item, path, key, this, _names) is { } plan && !_notData.Contains(key)
            && !TypeParts.IsEndless(plan, Find))
        {
            _plans[key] = plan;
            Instances[key] = path;
            return new NamedValue(key);
        }

        // Whatever was planned since may rest on this one. What stands does so without it.
        _notData.Add(key);
        foreach (var other in _plans.Keys.ToArray())
        {
            if (_plans[other] is { } planned && Mentions(planned).Contains(key))
            {
                _plans.Remove(other);
                _notData.Add(other);
            }
        }

        _plans.Remove(key);
        return null;
    }

    /// <summary>
    /// Whether a type that is data may have handles inside of it: nobody refers to a value of it, and it is no error, of which there is more
    /// than one copy.
    /// </summary>
    public bool MayHold(Definition definition) => !_borrowed.Contains(definition) && !_failures.Contains(definition.Path);

    /// <summary>The keys of the handles inside of a value, however deep.</summary>
    public IEnumerable<string> HandlesIn(DataType value)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<DataType>([value]);
        while (open.TryPop(out var next))
        {
            if (next is HandleValue handle && seen.Add(handle.Key))
                yield return handle.Key;
            foreach (var part in next is not NamedValue named ? DataParts.Of(next)
                : seen.Add(named.Key) && Find(named.Key) is { } plan ? DataParts.Of(plan) : [])
            {
                open.Push(part);
            }
        }
    }

    /// <summary>How many instantiations of a type are data.</summary>
    public int Count(ApiItem item) => Instances.Values.Count(i => i.Definition.Path == item.Path);

    /// <summary>Whether a type has a destructor of its own: its fields cannot be moved out of it.</summary>
    public bool HasDrop(Definition definition) => _withDrop.Contains(definition.Path);

    /// <summary>The types of the fields of a type of the crate's that has lifetimes, so of what may borrow.</summary>
    public IEnumerable<TypeRef> BorrowedFields(PathType type)
    {
        if (!type.Arguments.Any(a => a is LifetimeArgument) || !_items.TryGetValue(type.Definition.Path, out var item))
            return [];
        var bindings = Bindings.Empty.With(GenericArguments.Of(item).Parameters, type.Arguments);
        var fields = item switch
        {
            StructItem @struct => @struct.Fields.Fields,
            EnumItem @enum => @enum.Variants.SelectMany(v => v.Fields.Fields),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a type"),
        };
        return fields.Select(f => Substitution.Apply(f.Type, bindings));
    }

    private HashSet<string> Mentions(TypePlan plan)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<TypePlan>([plan]);
        while (open.TryPop(out var next))
        {
            foreach (var key in DataParts.Of(next).SelectMany(DataParts.Keys).Where(seen.Add))
            {
                if (Find(key) is { } inner)
                    open.Push(inner);
            }
        }

        return seen;
    }

    private void Mark(DataType value, Func<TypePlan, bool> isMarked, Func<TypePlan, TypePlan> mark)
    {
        foreach (var key in DataParts.Keys(value))
        {
            if (Find(key) is not { } plan || isMarked(plan))
                continue;
            _plans[key] = mark(plan);
            foreach (var part in DataParts.Of(plan))
                Mark(part, isMarked, mark);
        }
    }
}
