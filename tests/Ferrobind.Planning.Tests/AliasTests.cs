using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Naming;
using Ferrobind.Planning.Types;
using Xunit;

namespace Ferrobind.Planning.Tests;

/// <summary>Generic aliases: <c>type Square&lt;T, const N: usize = 2> = Grid&lt;T, N, N></c>.</summary>
public sealed class AliasTests
{
    private static readonly TypeRef U8 = new PrimitiveType("u8");
    private static readonly TypeRef Usize = new PrimitiveType("usize");

    private static readonly StructItem Grid = new(
        "grids::Grid", new Definition("grids", "grids::Grid", ItemKind.Struct), null, null,
        new Generics([new TypeParameter("T", [], null), new ConstParameter("R", Usize, null), new ConstParameter("C", Usize, null)], []),
        new FieldList(Api.FieldStyle.Unit, [], true), false, false, null);

    private static readonly TypeAliasItem Square = new(
        "grids::Square", new Definition("grids", "grids::Square", ItemKind.TypeAlias), null, null,
        new Generics([new TypeParameter("T", [], null), new ConstParameter("N", Usize, "2")], []), Of(new GenericType("T"), "N", "N"));

    [Fact]
    public void An_alias_says_the_arguments_that_are_not_its_defaults()
    {
        Assert.Equal([new TypeArgument(U8)], GenericArguments.Of(Square, Of(U8, "2", "2"))!.Value);
        Assert.Equal([new TypeArgument(U8), new ConstArgument("3")], GenericArguments.Of(Square, Of(U8, "3", "3"))!.Value);
        Assert.Null(GenericArguments.Of(Square, Of(U8, "2", "3")));
    }

    [Theory]
    [InlineData("2", "2", "SquareU8")]
    [InlineData("3", "3", "SquareU8N3")]
    [InlineData("2", "3", "GridU8N2N3")]
    public void A_type_has_the_name_of_the_alias_that_says_most_of_it(string rows, string columns, string name)
    {
        var names = Names();
        names.NameAfter(Square);
        var (_, go, csharp) = names.Take(Grid, Of(U8, rows, columns), _ => []);
        Assert.Equal((name, name), (go, csharp));
    }

    [Fact]
    public void Of_a_type_that_is_named_plainly_others_have_their_arguments()
    {
        var names = Names();
        names.NamePlainly(Grid, Of(U8, "1", "1"));
        Assert.Equal("GridU8N1N2", names.Take(Grid, Of(U8, "1", "2"), _ => []).Go);
        Assert.Equal("Grid", names.Take(Grid, Of(U8, "1", "1"), _ => []).Go);
    }

    [Theory]
    [InlineData("Square<u8>", "2")]
    [InlineData("Square<u8, 4>", "4")]
    public void Users_write_aliases_too(string text, string size)
    {
        var syntax = new InstanceSyntax(new CrateApi("grids", "1.0.0", null, 1, [Grid, Square], []));
        Assert.True(syntax.Read(text) is { } type && Unification.AreSame(type, Of(U8, size, size)));
        Assert.Null(syntax.Read("Square"));
    }

    private static TypeNames Names()
    {
        var library = new LibraryNames("grids", false, "grids_fb", "fb_grids_", "rust/grids", "Grids");
        var package = new PackagePlan("grids", "1.0.0", "grids", null, "fb_grids_", library, "grids_fb.h", "rust/grids", "grids", "Grids");
        var api = new CrateApi("grids", "1.0.0", null, 1, [Grid, Square], []);
        return new TypeNames(api, new NameTable([], "_"), new NameTable([]), new NameTable([]), package, ImmutableHashSet<string>.Empty);
    }

    private static PathType Of(TypeRef element, string rows, string columns) =>
        new(Grid.Definition, [new TypeArgument(element), new ConstArgument(rows), new ConstArgument(columns)]);
}
