using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>
/// What a generic type is where nothing that crosses mentions it with types in the places of its parameters: what its own impls are
/// for, or else what the bounds of its parameters, there or in its impls, stand for. A value that it keeps is an owned one.
/// </summary>
internal sealed class DefaultInstances(CrateApi api, TypeRegistry types)
{
    // To impls for many types, some are enough.
    private const int Most = 4;

    private readonly Lazy<Mentions> _mentions = new(() => new Mentions(api));

    /// <summary>The instantiations, and whether the bounds say that there is just the one.</summary>
    public (IEnumerable<PathType> Types, bool IsByBounds) Of(ApiItem item)
    {
        var impls = api.Impls.Where(i => i is { Trait: null, IsNegative: false } && i.For is PathType type && type.Definition == item.Definition).ToArray();
        var own = impls.Select(i => GenericArguments.Complete(item, (PathType)i.For)).OfType<PathType>()
            .Where(t => GenericArguments.Telling(item, t).OfType<TypeArgument>().All(a => Crosses(a.Type))).DistinctBy(t => types.Bridge.Of(t, null)).Take(Most).ToArray();
        return own.Length > 0 ? (own, false) : (ByBounds(item, impls) is { } type ? [type] : [], true);
    }

    private PathType? ByBounds(ApiItem item, ImplBlock[] impls)
    {
        var arguments = ImmutableArray.CreateBuilder<GenericArgument>();
        var (generics, index) = (GenericArguments.Of(item), 0);
        foreach (var parameter in generics.Parameters.Where(p => p is not LifetimeParameter))
        {
            if (parameter is not TypeParameter { Default: null } declared)
                break;
            var bounds = Instantiation.BoundsOf(declared, generics).Concat(impls.SelectMany(i => BoundsIn(i, index))).ToArray();
            if ((Kept(bounds) ?? Mentioned(item, declared, bounds.Concat(impls.SelectMany(i => BoundsOfMethods(i, index)))) ?? Any(item, impls, declared, generics, index)) is not { } type)
                return null;
            arguments.Add(new TypeArgument(type));
            index++;
        }

        return arguments.Count == 0 ? null : GenericArguments.Complete(item, new PathType(item.Definition, arguments.ToImmutable()));
    }

    // Point2D<f32, U>, of which a method tells, and Point2D<T, Untyped>, for which there is an alias, say what both parameters can be. Where
    // some impls want what texts are not, as T: Float does, it is what parameters of that name are elsewhere.
    private TypeRef? Mentioned(ApiItem item, TypeParameter declared, IEnumerable<Bound> bounds) => _mentions.Value.Of(item, declared.Name)
        .Concat(Instantiation.IsAny(bounds.Where(b => !IsCopy(b))) ? [] : _mentions.Value.Of(declared.Name)).FirstOrDefault(IsValue);

    // It makes some methods simpler, and says nothing of what is meant.
    private static bool IsCopy(Bound bound) => bound is TraitBound { Trait.Definition.Path: "core::marker::Copy" };

    // What is borrowed, the value would have to keep; and of nothing, there is nothing to say.
    private bool IsValue(TypeRef type) => !type.IsUnit() && !type.Contains<ReferenceType>(out _) && Crosses(type);

    // A container, which can be made: of texts, as whatever else can be anything.
    private static TypeRef? Any(ApiItem item, ImplBlock[] impls, TypeParameter declared, Generics generics, int index)
    {
        var makers = impls.Where(i => i.Items.Methods.Any(m => m.Signature.Inputs is not [{ Name: "self" }, ..] && Makes(m.Signature.Output, item))).ToArray();
        return makers.Length > 0 && Instantiation.IsAny(Instantiation.BoundsOf(declared, generics).Concat(makers.SelectMany(i => BoundsIn(i, index))))
            ? WellKnownBound.OwnedText
            : null;
    }

    private static bool Makes(TypeRef output, ApiItem item)
    {
        if (output.IsResult(out var ok, out _) || output.IsOption(out ok))
            output = ok;
        return output is GenericType { Name: "Self" } || (output is PathType type && type.Definition == item.Definition);
    }

    // impl<W: Write> Encoder<W>: what is said of W there.
    private static IEnumerable<Bound> BoundsIn(ImplBlock impl, int index) =>
        ((PathType)impl.For).TypeArguments().ElementAtOrDefault(index) is GenericType named
        && impl.Generics.Parameters.OfType<TypeParameter>().FirstOrDefault(p => p.Name == named.Name) is { } parameter
            ? Instantiation.BoundsOf(parameter, impl.Generics)
            : [];

    // fn inner(&self) where T: Sub<Output = T>
    private static IEnumerable<Bound> BoundsOfMethods(ImplBlock impl, int index) =>
        ((PathType)impl.For).TypeArguments().ElementAtOrDefault(index) is GenericType named
            ? impl.Items.Methods.SelectMany(m => Instantiation.BoundsOf(new TypeParameter(named.Name, [], null), m.Signature.Generics))
            : [];

    private TypeRef? Kept(Bound[] bounds) =>
        bounds.OfType<TraitBound>().Any(b => b.Trait.Definition.Path is "std::io::Read" or "std::io::BufRead") ? Reader
        : Kept(WellKnownBound.Instantiation(bounds) ?? types.Implementors.Of(bounds.OfType<TraitBound>().Select(b => b.Trait)));

    // A reader that has all of its bytes.
    private static readonly TypeRef Reader = new PathType(
        new Definition("alloc", "alloc::collections::vec_deque::VecDeque", ItemKind.Struct), [new TypeArgument(new PrimitiveType("u8"))]);

    // One for std's files is of no use to who cannot make any.
    private bool Crosses(TypeRef type) => type is ReferenceType { IsMutable: false, Target: PrimitiveType or SliceType or PathType } or PrimitiveType
        || types.Values.Plan(type) is not null || types.Handles.Plan(type) is not null;

    private static TypeRef? Kept(TypeRef? type) => type switch
    {
        ReferenceType { IsMutable: false, Target: PrimitiveType { Name: "str" } } => WellKnownBound.OwnedText,
        ReferenceType { IsMutable: false, Target: SliceType slice } => WellKnownBound.Vec(slice.Element),
        ReferenceType => null,
        _ => type,
    };
}
