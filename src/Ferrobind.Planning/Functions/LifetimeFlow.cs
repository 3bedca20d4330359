using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Functions;

/// <summary>
/// What a result may borrow from, by the lifetimes of the signature, declared and elided. This only says what is kept: that
/// nothing else is borrowed from is proved by the compiler (docs/handles.md).
/// </summary>
internal sealed class LifetimeFlow
{
    // A lifetime that a path has and does not show is elided, too. Rustdoc does not say which of the standard library's types
    // have one; these have none, and are in many signatures.
    private static readonly HashSet<string> OfArgumentsOnly = new(StringComparer.Ordinal)
    {
        "core::option::Option", "core::result::Result", "alloc::vec::Vec", "alloc::boxed::Box", "alloc::string::String",
        "alloc::rc::Rc", "alloc::sync::Arc",
    };

    private readonly HandleRegistry _handles;
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string>? _receiver;
    private readonly bool _keepsAll;

    public LifetimeFlow(
        ImmutableArray<(string Name, TypeRef Type)> inputs, TypeRef output, IEnumerable<Generics> generics, HandleRegistry handles)
    {
        _handles = handles;
        var hasReceiver = inputs.Length > 0 && inputs[0].Name == "self";
        if (hasReceiver && inputs[0].Type is ReferenceType { Target: PathType self })
            _receiver = [.. Lifetimes(self, "#receiver").Where(l => l[0] != '#')];

        // Elision: the receiver's reference, or the only lifetime that there is.
        var elided = hasReceiver && inputs[0].Type is ReferenceType reference
            ? reference.Lifetime ?? "#0"
            : inputs.SelectMany((input, i) => Lifetimes(input.Type, $"#{i}")).FirstOrDefault() ?? "#";
        _kept.UnionWith(Lifetimes(output, elided));
        // A hidden type may have any lifetime in scope.
        _keepsAll = output.Contains<ImplTraitType>(out _);

        var outlives = generics.SelectMany(Outlives).ToArray();
        for (var known = -1; known != _kept.Count;)
        {
            known = _kept.Count;
            foreach (var (longer, shorter) in outlives.Where(o => _kept.Contains(o.Shorter)))
                _kept.Add(longer);
        }
    }

    /// <summary>How long what the parameter refers to must be there. Only what it refers to directly counts: a handle's own owners are kept anyway.</summary>
    public Keep Of(TypeRef type, int index)
    {
        if (Reference(type) is not { } reference)
            return Keep.Call;
        var lifetime = reference.Lifetime is { } named and not "'_" ? named : $"#{index}";
        if (index > 0 && _receiver is not null && _receiver.Contains(lifetime))
            return Keep.Receiver;
        return _keepsAll || _kept.Contains(lifetime) ? Keep.Result : Keep.Call;
    }

    /// <summary>The same for what the values of an argument refer to, of which handles are a part.</summary>
    public Keep Inside(TypeRef type, int index) =>
        _keepsAll || Lifetimes(type, $"#{index}").Any(_kept.Contains) ? Keep.Result : Keep.Call;

    /// <summary>The same for views inside of data, which the function may store.</summary>
    public Keep Views(TypeRef type, int index) =>
        index > 0 && _receiver is not null && Lifetimes(type, $"#{index}").Any(_receiver.Contains) ? Keep.Receiver : Inside(type, index);

    private static ReferenceType? Reference(TypeRef type) =>
        type as ReferenceType ?? (type.IsOption(out var inner) ? inner as ReferenceType : CowAsReference(type));

    private static ReferenceType? CowAsReference(TypeRef type) =>
        type is PathType path && type.IsCow(out var borrowed)
            ? new ReferenceType(path.Arguments.OfType<LifetimeArgument>().FirstOrDefault()?.Lifetime, false, borrowed)
            : null;

    private static TypeRef Target(TypeRef type) => type is ReferenceType reference ? reference.Target : type;

    private IEnumerable<string> Lifetimes(TypeRef type, string elided) => type switch
    {
        ReferenceType reference => Lifetimes(reference.Target, elided).Prepend(Name(reference.Lifetime, elided)),
        PathType path => Own(path, elided).Concat(path.TypeArguments().SelectMany(t => Lifetimes(t, elided))),
        SliceType slice => Lifetimes(slice.Element, elided),
        ArrayType array => Lifetimes(array.Element, elided),
        TupleType tuple => tuple.Elements.SelectMany(t => Lifetimes(t, elided)),
        DynTraitType { Lifetime: { } lifetime } => [Name(lifetime, elided)],
        DynTraitType => [elided],
        ImplTraitType impl => impl.Bounds.OfType<LifetimeBound>().Select(b => Name(b.Lifetime, elided)),
        _ => [],
    };

    private string[] Own(PathType path, string elided)
    {
        var shown = path.Arguments.OfType<LifetimeArgument>().Select(a => Name(a.Lifetime, elided)).ToArray();
        return shown.Length > 0 || !MayHideOne(path.Definition) ? shown : [elided];
    }

    private bool MayHideOne(Definition type) =>
        _handles.Lifetimes(type) > 0 || (type.Crate is "core" or "alloc" or "std" && !OfArgumentsOnly.Contains(type.Path));

    private static string Name(string? lifetime, string elided) => lifetime is null or "'_" ? elided : lifetime;

    private static IEnumerable<(string Longer, string Shorter)> Outlives(Generics generics) =>
        generics.Parameters.OfType<LifetimeParameter>().SelectMany(p => p.Outlives.Select(shorter => (p.Name, shorter)))
            .Concat(generics.Where.OfType<LifetimePredicate>().SelectMany(p => p.Outlives.Select(shorter => (p.Lifetime, shorter))));
}
