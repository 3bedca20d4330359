using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Planning.Monomorphisation;
using Xunit;

namespace Ferrobind.Planning.Tests;

/// <summary>Which impl is a type's, and what its parameters stand for there.</summary>
public sealed class UnificationTests
{
    private static readonly TypeRef U8 = new PrimitiveType("u8");
    private static readonly TypeRef T = new GenericType("T");

    [Fact]
    public void A_parameter_stands_for_what_is_in_its_place()
    {
        var given = Unification.Match(Ring(Vec(T), "N"), Ring(Vec(U8), "4"), Bindings.Empty);
        Assert.NotNull(given);
        Assert.Equal(U8, given.Find("T"));
        Assert.Equal("4", given.Constants["N"]);
        Assert.Equal(new ArrayType(U8, "4"), Substitution.Apply(new ArrayType(T, "N"), given));
        Assert.Equal(RustSyntax.Of(Ring(U8, "4")), RustSyntax.Of(Substitution.Apply(Ring(T, "N"), given)));
    }

    [Fact]
    public void A_parameter_is_the_same_wherever_it_stands()
    {
        var pair = new TupleType([T, T]);
        Assert.NotNull(Unification.Match(pair, new TupleType([U8, U8]), Bindings.Empty));
        Assert.Null(Unification.Match(pair, new TupleType([U8, new PrimitiveType("u16")]), Bindings.Empty));
    }

    [Fact]
    public void Constants_and_forms_have_to_be_those_of_the_impl()
    {
        Assert.Null(Unification.Match(Ring(T, "4"), Ring(U8, "8"), Bindings.Empty));
        Assert.Null(Unification.Match(Vec(Vec(T)), Vec(U8), Bindings.Empty));
        Assert.Null(Unification.Match(new ReferenceType(null, true, T), new ReferenceType(null, false, U8), Bindings.Empty));
        Assert.Null(Unification.Match(new SliceType(T), new ArrayType(U8, "4"), Bindings.Empty));
    }

    [Fact]
    public void Lifetimes_tell_no_types_apart()
    {
        Assert.True(Unification.AreSame(new ReferenceType("'a", false, U8), new ReferenceType(null, false, U8)));
        Assert.True(Unification.AreSame(Named("Text", new LifetimeArgument("'a")), Named("Text", new LifetimeArgument("'static"))));
        Assert.False(Unification.AreSame(Vec(T), Vec(T)));
    }

    [Fact]
    public void Defaults_are_filled_in_and_do_not_tell()
    {
        var item = new StructItem(
            "it::Both", new Definition("it", "it::Both", ItemKind.Struct), null, null,
            new Generics([new TypeParameter("T", [], null), new TypeParameter("U", [], T)], []),
            new FieldList(FieldStyle.Unit, [], false), false, false, null);
        var one = GenericArguments.Complete(item, Named("Both", new TypeArgument(U8)));
        var both = GenericArguments.Complete(item, Named("Both", new TypeArgument(U8), new TypeArgument(U8)));
        Assert.NotNull(one);
        Assert.NotNull(both);
        Assert.Equal(RustSyntax.Of(both), RustSyntax.Of(one));
        Assert.Equal([new TypeArgument(U8)], GenericArguments.Telling(item, both));
        Assert.Null(GenericArguments.Complete(item, Named("Both")));
        Assert.Null(GenericArguments.Complete(item, Named("Both", new TypeArgument(T))));
    }

    private static PathType Vec(TypeRef element) => new(new Definition("alloc", "alloc::vec::Vec", ItemKind.Struct), [new TypeArgument(element)]);

    private static PathType Ring(TypeRef item, string size) => Named("Ring", new TypeArgument(item), new ConstArgument(size));

    private static PathType Named(string name, params ImmutableArray<GenericArgument> arguments) =>
        new(new Definition("it", "it::" + name, ItemKind.Struct), arguments);
}
