using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning;

/// <summary>A method, an associated function or a constant of one instantiation of a type.</summary>
/// <param name="Given">What <c>Self</c> and the parameters of the impl are.</param>
internal sealed record MethodOf(Method Method, Idiom Idiom, ImmutableDictionary<string, TypeRef> Given);

/// <summary>Finds what can be called on a type: its own methods, and the traits that are idioms of the languages.</summary>
internal static class Methods
{
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
    };

    public static IEnumerable<MethodOf> Of(CrateApi api, PathType type)
    {
        foreach (var impl in Impls(api, type, impl => impl.Trait is null))
        {
            foreach (var method in impl.Block.Items.Methods)
                yield return new MethodOf(method, Idiom.None, impl.Given);
        }

        foreach (var impl in Impls(api, type, impl => impl.Trait is { } trait && Traits.ContainsKey(trait.Definition.Path)))
        {
            var idiom = Traits[impl.Block.Trait!.Definition.Path];
            if (Signature(idiom, impl.Block.Trait, impl.Block.Items) is { } signature)
                yield return new MethodOf(new Method(Name(idiom), signature, null, null, true), idiom, impl.Given);
        }
    }

    /// <summary>The associated constants of a type's own impls.</summary>
    public static IEnumerable<(AssociatedConstant Constant, ImmutableDictionary<string, TypeRef> Given)> ConstantsOf(
        CrateApi api, PathType type) =>
        from impl in Impls(api, type, impl => impl.Trait is null)
        from constant in impl.Block.Items.Constants
        select (constant, impl.Given);

    private static IEnumerable<(ImplBlock Block, ImmutableDictionary<string, TypeRef> Given)> Impls(
        CrateApi api, PathType type, Func<ImplBlock, bool> choose) =>
        from block in api.Impls
        where !block.IsNegative && !block.IsSynthetic && !block.IsBlanket && choose(block)
        let given = Unify(block, type)
        where given is not null
        select (block, given.SetItem("Self", type));

    // impl<T> Pair<T> for Pair<f64>: T is f64. impl Pair<u8> is not for it.
    private static ImmutableDictionary<string, TypeRef>? Unify(ImplBlock block, PathType type)
    {
        if (block.For is not PathType target || target.Definition != type.Definition)
            return null;
        var given = ImmutableDictionary<string, TypeRef>.Empty;
        foreach (var (pattern, actual) in target.TypeArguments().Zip(type.TypeArguments()))
        {
            if (pattern is GenericType parameter)
                given = given.SetItem(parameter.Name, actual);
            else if (RustSyntax.Of(pattern) != RustSyntax.Of(actual))
                return null;
        }

        return given;
    }

    // What the trait's method is for this type. Its own signature says Formatter, or Self::Output.
    private static FunctionSignature? Signature(Idiom idiom, TraitRef trait, AssociatedItems items)
    {
        TypeRef self = new GenericType("Self");
        var output = items.Types.FirstOrDefault(t => t.Name == "Output")?.Type ?? self;
        return idiom switch
        {
            Idiom.Default => Make([], self),
            Idiom.Display => Make(
                [new Parameter("self", new ReferenceType(null, false, self))],
                new PathType(new Definition("alloc", "alloc::string::String", ItemKind.Struct), [])),
            Idiom.Neg or Idiom.Not => Make([new Parameter("self", self)], output),
            _ => Make(
                [
                    new Parameter("self", self),
                    new Parameter("other", trait.Arguments.OfType<TypeArgument>().FirstOrDefault()?.Type ?? self),
                ],
                output),
        };

        static FunctionSignature Make(ImmutableArray<Parameter> inputs, TypeRef output) =>
            new(inputs, output, Generics.None, false, false, false, "Rust", false, false, null);
    }

    private static string Name(Idiom idiom) => idiom switch
    {
        Idiom.Default => "default",
        Idiom.Display => "to_string",
        Idiom.BitAnd => "bit_and",
        Idiom.BitOr => "bit_or",
        Idiom.BitXor => "bit_xor",
        _ => idiom.ToString().ToLowerInvariant(),
    };
}
