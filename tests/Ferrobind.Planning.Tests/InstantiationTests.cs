using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Planning.Monomorphisation;
using Xunit;

namespace Ferrobind.Planning.Tests;

/// <summary>What type and const parameters become, and which the compiler would have to be told.</summary>
public sealed class InstantiationTests
{
    private static readonly TypeRef T = new GenericType("T");
    private static readonly TypeRef Usize = new PrimitiveType("usize");

    [Fact]
    public void A_parameter_that_an_argument_tells_is_replaced()
    {
        var planned = Instantiation.Of(Function([new Parameter("value", T)], Usize), Bindings.Empty, _ => Usize);
        Assert.Null(planned.Obstacle);
        Assert.Equal(Usize, planned.Inputs.Single());
    }

    // fn is<T: Shape>() -> bool
    [Fact]
    public void A_parameter_that_no_argument_tells_is_an_obstacle() =>
        Assert.Equal("FB1004", Instantiation.Of(Function([], Usize), Bindings.Empty, _ => Usize).Obstacle?.Code);

    [Fact]
    public void A_parameter_that_only_the_result_tells_is_replaced() =>
        Assert.Equal(Usize, Instantiation.Of(Function([], T), Bindings.Empty, _ => Usize).Output);

    // fn extend<I, T>(items: I) where I: IntoIterator, I::Item: Borrow<T>; and fn sum<T>() where Shapes: Sum<T>
    [Fact]
    public void A_bound_of_another_parameter_may_tell_and_one_of_a_type_does_not()
    {
        var items = new AssociatedPathType(new GenericType("I"), null, "Item", []);
        Assert.Null(Instantiation.Of(Function([], Usize, new TypePredicate(items, [Bound("Borrow", T)])), Bindings.Empty, _ => Usize).Obstacle);
        Assert.NotNull(Instantiation.Of(Function([], Usize, new TypePredicate(Grid(), [Bound("Sum", T)])), Bindings.Empty, _ => Usize).Obstacle);
    }

    // fn sum<T: Shape>() -> <Shapes as Sum<T>>::Output
    [Fact]
    public void A_projection_does_not_tell() => Assert.NotNull(
        Instantiation.Of(Function([], new AssociatedPathType(Grid(), Bound("Sum", T).Trait, "Output", [])), Bindings.Empty, _ => Usize).Obstacle);

    [Fact]
    public void A_const_parameter_without_a_value_is_found_wherever_it_is()
    {
        Assert.Equal("N", GenericArguments.OpenConstant(new ReferenceType(null, false, Grid(new ConstArgument("N")))));
        Assert.Equal("N", GenericArguments.OpenConstant(Grid(new TypeArgument(Grid(new ConstArgument("N"))))));
        Assert.Null(GenericArguments.OpenConstant(Grid(new ConstArgument("4"))));
        Assert.Null(GenericArguments.OpenConstant(Grid(new ConstArgument("true"))));
    }

    [Fact]
    public void A_type_with_a_const_parameter_inside_is_not_one_type()
    {
        var item = new StructItem(
            "grids::Grid", Grid().Definition, null, null, new Generics([new TypeParameter("T", [], null)], []),
            new FieldList(FieldStyle.Unit, [], true), false, false, null);
        Assert.Null(GenericArguments.Complete(item, Grid(new TypeArgument(Grid(new ConstArgument("N"))))));
        Assert.NotNull(GenericArguments.Complete(item, Grid(new TypeArgument(Grid(new ConstArgument("4"))))));
    }

    private static FunctionSignature Function(ImmutableArray<Parameter> inputs, TypeRef output, params ReadOnlySpan<WherePredicate> where) => new(
        inputs, output, new Generics([new TypeParameter("T", [Bound("Shape")], null)], [.. where]), false, false, false, "Rust", false, false, null);

    private static TraitBound Bound(string name, params ReadOnlySpan<TypeRef> arguments) => new(
        new TraitRef(new Definition("grids", "grids::" + name, ItemKind.Trait), [.. arguments.ToArray().Select(a => new TypeArgument(a))], []), false, []);

    private static PathType Grid(params ReadOnlySpan<GenericArgument> arguments) =>
        new(new Definition("grids", "grids::Grid", ItemKind.Struct), [.. arguments]);
}
