using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning;

/// <summary>A method, an associated function or a constant of one instantiation of a type.</summary>
/// <param name="Given">What <c>Self</c>, its associated types and the parameters of the impl are.</param>
/// <param name="Trait">Of a trait's method: the trait, with its arguments.</param>
/// <param name="Scope">The parameters of the impl.</param>
internal sealed record MethodOf(
    Method Method, Idiom Idiom, Bindings Given, TraitRef? Trait, Generics Scope)
{
    /// <summary>The type that has it, where that is not the one that it is called on.</summary>
    public TypeRef? Via { get; init; }

    /// <summary>What it does with a variant of the type.</summary>
    public VariantAccess? Variant { get; init; }
}

/// <summary>
/// Finds what can be called on a type: its own methods, those of the crate's traits that it implements, and the traits
/// of the standard library that are idioms of the languages.
/// </summary>
internal sealed class Members
{
    private const string Iterator = "core::iter::traits::iterator::Iterator";
    private const string IntoIterator = "core::iter::traits::collect::IntoIterator";
    private const string TryFrom = "core::convert::TryFrom";

    // Of every type.
    private static readonly Dictionary<string, Idiom> Traits = new(StringComparer.Ordinal)
    {
        ["core::default::Default"] = Idiom.Default,
        ["core::fmt::Display"] = Idiom.Display,
        ["core::ops::arith::Add"] = Idiom.Add,
        ["core::ops::arith::Sub"] = Idiom.Sub,
        ["core::ops::arith::Mul"] = Idiom.Mul,
        ["core::ops::arith::Div"] = Idiom.Div,
        ["core::ops::arith::Rem"] = Idiom.Rem,
        ["core::ops::bit::BitAnd"] = Idiom.BitAnd,
        ["core::ops::bit::BitOr"] = Idiom.BitOr,
        ["core::ops::bit::BitXor"] = Idiom.BitXor,
        ["core::ops::arith::Neg"] = Idiom.Neg,
        ["core::ops::bit::Not"] = Idiom.Not,
        ["core::str::traits::FromStr"] = Idiom.Parse,
    };

    // Of types that stay in Rust. Data has them in its own language.
    private static readonly Dictionary<string, Idiom> HandleTraits = new(StringComparer.Ordinal)
    {
        ["core::fmt::Debug"] = Idiom.Debug,
        ["core::clone::Clone"] = Idiom.Clone,
        ["core::cmp::PartialEq"] = Idiom.Equal,
        ["core::hash::Hash"] = Idiom.Hash,
        ["core::cmp::Ord"] = Idiom.Compare,
        ["core::ops::index::Index"] = Idiom.Index,
        [Iterator] = Idiom.Iterate,
    };

    private static readonly TypeRef Self = new GenericType("Self");
    private static readonly TypeRef SelfReference = new ReferenceType(null, false, Self);
    private static readonly TypeRef StringType =
        new PathType(new Definition("alloc", "alloc::string::String", ItemKind.Struct), []);

    private readonly Dictionary<string, TraitItem> _traits;
    private readonly Dictionary<string, StructItem> _structs;
    private readonly ILookup<string, ImplBlock> _impls;

    private readonly PresetArguments _presets;

    public Members(CrateApi api, PresetArguments presets)
    {
        _presets = presets;
        _traits = api.Items.OfType<TraitItem>().ToDictionary(t => t.Definition.Path, StringComparer.Ordinal);
        _structs = api.Items.OfType<StructItem>().ToDictionary(t => t.Definition.Path, StringComparer.Ordinal);
        _impls = api.Impls
            .Where(i => i is { IsNegative: false, IsSynthetic: false, IsBlanket: false })
            .ToLookup(i => Target(i.For) is PathType type ? type.Definition.Path : "", StringComparer.Ordinal);
    }

    /// <summary>The crate's own traits, by definition path.</summary>
    public IReadOnlyDictionary<string, TraitItem> OwnTraits => _traits;

    /// <param name="isHandle">The type stays in Rust: its lifetimes matter, and more traits do.</param>
    public IEnumerable<MethodOf> Of(PathType type, bool isHandle)
    {
        var impls = Impls(type, isHandle).ToArray();
        foreach (var (block, given) in impls.Where(i => i.Block.Trait is null))
        {
            foreach (var method in block.Items.Methods)
                yield return new MethodOf(method, Idiom.None, given, null, block.Generics);
        }

        if (isHandle && _structs.TryGetValue(type.Definition.Path, out var item))
        {
            var methods = impls.Where(i => i.Block.Trait is null).SelectMany(i => i.Block.Items.Methods).Select(m => m.Name).ToHashSet();
            foreach (var getter in Getters(item, type).Where(g => !methods.Contains(g.Method.Name)))
                yield return getter;
        }

        foreach (var (block, given) in impls)
        {
            if (block.Trait is not { } trait)
                continue;
            if (Traits.TryGetValue(trait.Definition.Path, out var idiom)
                || (isHandle && HandleTraits.TryGetValue(trait.Definition.Path, out idiom)))
            {
                if (Applies(block, idiom, isHandle) && Signature(idiom, trait, given) is { } signature)
                    yield return Make(Name(idiom), OnReference(signature, block.For), idiom, given, trait, block);
            }
            else if (isHandle && trait.Definition.Path == IntoIterator && block.For is ReferenceType { IsMutable: false })
            {
                if (Iterating(given, isMutable: false) is { } iterating)
                    yield return Make("iter", iterating, Idiom.Iterate, given, trait, block);
            }
            else if (isHandle && trait.Definition.Path == IntoIterator && block.For is PathType)
            {
                yield return Make("into_iter", Consuming(given), Idiom.None, given, trait, block);
            }
            else if (block.For is PathType && trait.Definition.Path is "core::convert::From" or TryFrom)
            {
                if (Conversion(trait, given) is { } conversion)
                    yield return Make(ConversionName(trait, given), conversion, Idiom.None, given, trait, block);
            }
            else if (block.For is PathType && _traits.TryGetValue(trait.Definition.Path, out var own))
            {
                foreach (var method in own.Items.Methods)
                    yield return new MethodOf(method, Idiom.None, Bind(own, trait, given), Apply(trait, given), block.Generics);
            }
        }
    }

    // The fields that can be seen of a type that is otherwise opaque.
    private static IEnumerable<MethodOf> Getters(StructItem item, PathType type)
    {
        var given = Bindings.OfSelf(type).With(item.Generics.Parameters, type.Arguments);
        return item.Fields.Fields.Select(field => new MethodOf(
            new Method(
                field.Name, Function([new Parameter("self", SelfReference)], new ReferenceType(null, false, field.Type)),
                field.Docs, field.Deprecation, true),
            Idiom.Field, given, null, item.Generics));
    }

    /// <summary>The associated constants of a type's own impls.</summary>
    public IEnumerable<(AssociatedConstant Constant, Bindings Given)> ConstantsOf(PathType type) =>
        from impl in Impls(type, isHandle: false)
        where impl.Block.Trait is null
        from constant in impl.Block.Items.Constants
        select (constant, impl.Given);

    /// <summary>The methods of the crate's own traits on types that are nobody's: <c>str</c>, scalars, slices.</summary>
    public IEnumerable<(TraitItem Trait, TypeRef Self, MethodOf Method, bool IsOnly)> Extensions() =>
        from trait in _traits.Values.OrderBy(t => t.Path, StringComparer.Ordinal)
        let blocks = _impls[""].Where(b => b.Trait?.Definition.Path == trait.Definition.Path && b.For is PrimitiveType or SliceType).ToArray()
        from block in blocks
        where !block.For.Contains<GenericType>(out _)
        let self = Bindings.OfSelf(block.For)
        let given = WithAssociated(block.Items, Bind(trait, block.Trait!, self))
        from method in trait.Items.Methods
        select (trait, block.For, new MethodOf(method, Idiom.None, given, Apply(block.Trait!, given), block.Generics), blocks.Length == 1);

    /// <summary>What a type of the crate iterates over, if it is an iterator.</summary>
    public TypeRef? ItemOf(PathType type) =>
        Impls(_impls[type.Definition.Path].Where(block => block is { Trait.Definition.Path: Iterator, For: PathType }), type, isHandle: true)
            .Select(i => i.Given.Find("Self::Item"))
            .FirstOrDefault();

    /// <summary>The types of the crate that iterate over such items, each with the arguments that it has by default.</summary>
    public IEnumerable<PathType> IteratorsOver(TypeRef item) =>
        from block in _impls.SelectMany(all => all)
        where block is { Trait.Definition.Path: Iterator, For: PathType }
        let type = (PathType)block.For
        where block.Items.Types.Any(t => t is { Name: "Item", Type: { } own } && Unification.AreSame(own, item))
        select type with { Arguments = [.. type.Arguments.Where(a => a is LifetimeArgument)] };

    /// <summary>
    /// The type is an iterator, and nothing else can be done with a value of it: it is a sequence, and no type of its own.
    /// </summary>
    public bool IsOnlyIterator(PathType type) =>
        ItemOf(type) is not null && !_impls[type.Definition.Path].Any(i =>
            i.Trait is null && i.Items.Methods.Any(m => m.Signature.Inputs is [{ Name: "self" }, ..]));

    /// <summary>How many methods and traits a type has at most, whatever its arguments are.</summary>
    public int Count(Definition type) => _impls[type.Path].Sum(block => block.Trait is null ? block.Items.Methods.Length : 1);

    private IEnumerable<(ImplBlock Block, Bindings Given)> Impls(PathType type, bool isHandle) => Impls(_impls[type.Definition.Path], type, isHandle);

    private IEnumerable<(ImplBlock Block, Bindings Given)> Impls(IEnumerable<ImplBlock> blocks, PathType type, bool isHandle) =>
        from block in blocks
        let given = Unification.Match(Target(block.For), type, Bindings.Empty)
        where given is not null && !IsRefuted(block.Generics, given)
        let self = isHandle ? Substitution.Apply(Target(block.For), given) : type
        let withSelf = Preset(block, given).With("Self", self)
        select (block, WithAssociated(block.Items, withSelf));

    // No float can be hashed, or has a place among all others: then there is no impl at all.
    private static bool IsRefuted(Generics generics, Bindings given) =>
        generics.Parameters.OfType<TypeParameter>().Any(parameter => given.Find(parameter.Name) is PrimitiveType { Name: "f32" or "f64" }
            && Instantiation.BoundsOf(parameter, generics).OfType<TraitBound>()
                .Any(b => b.Trait.Definition.Path is "core::hash::Hash" or "core::cmp::Eq" or "core::cmp::Ord"));

    /// <summary>What is known of the parameters that only the trait's arguments mention.</summary>
    public Bindings Preset(ImplBlock block, Bindings given)
    {
        // impl<T, S1, S2> Sub<&Set<T, S2>> for &Set<T, S1>: nothing says what S2 is, but Set. impl<P: Into<Point>> From<Vec<P>>: the bound does.
        if (block.Trait is not { } trait)
            return given;
        foreach (var parameter in block.Generics.Parameters.OfType<TypeParameter>().Where(p => given.Find(p.Name) is null))
        {
            if (_presets.Of(parameter.Name, trait.Arguments.OfType<TypeArgument>().Select(a => a.Type)) is { } preset)
                given = given.With(parameter.Name, preset);
            else if (Instantiation.Known(parameter, block.Generics) is { } known)
                given = given.With(parameter.Name, Substitution.Apply(known, given));
        }

        return given;
    }

    private static Bindings WithAssociated(AssociatedItems items, Bindings given)
    {
        foreach (var type in items.Types.Where(t => t.Type is not null))
            given = given.With("Self::" + type.Name, Substitution.Apply(type.Type!, given));
        return given;
    }

    // The parameters of the trait are what the impl says.
    private static Bindings Bind(TraitItem own, TraitRef trait, Bindings given) =>
        given.With(own.Generics.Parameters, trait.Arguments.Select(a => Substitution.Apply(a, given)));

    private static TraitRef Apply(TraitRef trait, Bindings given) => Substitution.Apply(trait, given) with { Bindings = [] };

    // Of a + b and &a + &b, the one that leaves both alone.
    private bool Applies(ImplBlock block, Idiom idiom, bool isHandle)
    {
        if (block.For is PathType)
        {
            return !isHandle || idiom is < Idiom.Add or > Idiom.Not || IsCopy(block)
                || !_impls[((PathType)block.For).Definition.Path].Any(other => other.For is ReferenceType { IsMutable: false }
                    && other.Trait?.Definition == block.Trait!.Definition);
        }

        return isHandle && idiom is >= Idiom.Add and <= Idiom.Not && block.For is ReferenceType { IsMutable: false } && !IsCopy(block);
    }

    private bool IsCopy(ImplBlock block) =>
        Target(block.For) is PathType type && _impls[type.Definition.Path].Any(i => i.Trait?.Definition.Path == "core::marker::Copy");

    private static FunctionSignature OnReference(FunctionSignature signature, TypeRef target) => target is ReferenceType
        ? signature with { Inputs = signature.Inputs.SetItem(0, signature.Inputs[0] with { Type = SelfReference }) }
        : signature;

    private static MethodOf Make(
        string name, FunctionSignature signature, Idiom idiom, Bindings given, TraitRef trait, ImplBlock block) =>
        new(new Method(name, signature, null, null, true), idiom, given, Apply(trait, given), block.Generics);

    private static TypeRef Target(TypeRef type) => type is ReferenceType reference ? reference.Target : type;

    // What the trait's method is for this type. Its own signature says Formatter, or Self::Output.
    private static FunctionSignature? Signature(
        Idiom idiom, TraitRef trait, Bindings given)
    {
        var output = given.Find("Self::Output") ?? Self;
        var argument = trait.Arguments.OfType<TypeArgument>().FirstOrDefault()?.Type;
        var receiver = new Parameter("self", SelfReference);
        return idiom switch
        {
            Idiom.Default => Function([], Self),
            Idiom.Display or Idiom.Debug => Function([receiver], StringType),
            Idiom.Neg or Idiom.Not => Function([new Parameter("self", Self)], output),
            Idiom.Clone => Function([receiver], Self),
            Idiom.Equal when argument is null || RustSyntax.Of(argument) == RustSyntax.Of(given.Find("Self")!) =>
                Function([receiver, new Parameter("other", SelfReference)], new PrimitiveType("bool")),
            Idiom.Equal => null,
            Idiom.Compare => Function(
                [receiver, new Parameter("other", SelfReference)],
                new PathType(new Definition("core", "core::cmp::Ordering", ItemKind.Enum), [])),
            Idiom.Hash => Function([receiver], new PrimitiveType("u64")),
            Idiom.Parse when given.Find("Self::Err") is { } error => Function(
                [new Parameter("text", new ReferenceType(null, false, new PrimitiveType("str")))],
                new PathType(
                    new Definition("core", "core::result::Result", ItemKind.Enum), [new TypeArgument(Self), new TypeArgument(error)])),
            Idiom.Parse => null,
            Idiom.Index => argument is null || given.Find("Self::Output") is not { } element || element.IsUnit()
                ? null
                : Function([receiver, new Parameter("index", argument)], new ReferenceType(null, false, element)),
            Idiom.Iterate => Iterating(given, isMutable: true),
            _ => Function([new Parameter("self", Self), new Parameter("other", argument ?? Self)], output),
        };
    }

    private static FunctionSignature? Iterating(Bindings given, bool isMutable) =>
        given.Find("Self::Item") is { } item
            ? Function(
                [new Parameter("self", new ReferenceType(null, isMutable, Self))],
                new ImplTraitType(
                [
                    new TraitBound(
                        new TraitRef(
                            new Definition("core", Iterator, ItemKind.Trait), [], [new AssociatedBinding("Item", item, [])]),
                        false, []),
                ]))
            : null;

    private static FunctionSignature Consuming(Bindings given) =>
        Function([new Parameter("self", Self)], given.Find("Self::IntoIter") ?? TypeRef.Unit);

    private static FunctionSignature? Conversion(TraitRef trait, Bindings given)
    {
        if (trait.Arguments.OfType<TypeArgument>().FirstOrDefault()?.Type is not { } source)
            return null;
        var value = new Parameter("value", source);
        if (trait.Definition.Path != TryFrom)
            return Function([value], Self);
        return given.Find("Self::Error") is { } error
            ? Function(
                [value],
                new PathType(
                    new Definition("core", "core::result::Result", ItemKind.Enum), [new TypeArgument(Self), new TypeArgument(error)]))
            : null;
    }

    // from_str is FromStr's: a conversion from text is from_text.
    private static string ConversionName(TraitRef trait, Bindings given)
    {
        var source = Substitution.Apply(trait.Arguments.OfType<TypeArgument>().First().Type, given);
        var name = Target(source) switch
        {
            var text when text.IsStr() || text.Is("alloc::string::String") => "text",
            var value => TypeNames.Flat(RustSyntax.Of(value)),
        };
        return "from_" + name;
    }

    private static FunctionSignature Function(ImmutableArray<Parameter> inputs, TypeRef output) =>
        new(inputs, output, Generics.None, false, false, false, "Rust", false, false, null);

    private static string Name(Idiom idiom) => idiom switch
    {
        Idiom.Display => "to_string",
        Idiom.BitAnd => "bit_and",
        Idiom.BitOr => "bit_or",
        Idiom.BitXor => "bit_xor",
        Idiom.Debug => "debug",
        Idiom.Equal => "eq",
        Idiom.Compare => "cmp",
        Idiom.Parse => "parse",
        Idiom.Iterate => "iter",
        _ => idiom.ToString().ToLowerInvariant(),
    };
}
