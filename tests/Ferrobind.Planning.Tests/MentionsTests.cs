using Ferrobind.Api;
using Ferrobind.Planning.Monomorphisation;
using Xunit;

namespace Ferrobind.Planning.Tests;

/// <summary>What parameters are, by what the API mentions in their places.</summary>
public sealed class MentionsTests
{
    private static readonly TypeRef F32 = new PrimitiveType("f32");
    private static readonly TypeRef F64 = new PrimitiveType("f64");
    private static readonly TypeRef I64 = new PrimitiveType("i64");
    private static readonly TypeRef T = new GenericType("T");
    private static readonly TypeRef U = new GenericType("U");
    private static readonly TypeRef Untyped = new PathType(new Definition("points", "points::Untyped", ItemKind.Struct), []);

    private static readonly StructItem Point = Struct("Point", "T", "U");
    private static readonly StructItem Line = Struct("Line", "T");

    // fn to_f32(p: Point<T, U>) -> Point<f32, U>
    [Fact]
    public void A_signature_tells_of_one_parameter_without_the_other()
    {
        var mentions = Of(Function(Mention(Point, F32, U)));
        Assert.Equal([F32], mentions.Of(Point, "T"));
        Assert.Empty(mentions.Of(Point, "U"));
    }

    // type Plain<T> = Point<T, Untyped>
    [Fact]
    public void So_does_an_alias()
    {
        var plain = new TypeAliasItem(
            "points::Plain", new Definition("points", "points::Plain", ItemKind.TypeAlias), null, null,
            new Generics([new TypeParameter("T", [], null)], []), Mention(Point, T, Untyped));
        Assert.Equal([Untyped], Of(plain).Of(Point, "U"));
    }

    [Fact]
    public void The_most_frequent_comes_first_and_a_wide_float_before_other_numbers()
    {
        var frequent = Of(Function(Mention(Point, F32, U), Mention(Point, I64, U), Mention(Point, I64, U)));
        Assert.Equal([I64, F32], frequent.Of(Point, "T"));
        var wide = Of(Function(Mention(Point, F32, U), Mention(Point, I64, U), Mention(Point, I64, U), Mention(Point, F64, U)));
        Assert.Equal(F64, wide.Of(Point, "T").First());
    }

    [Fact]
    public void A_name_means_the_same_in_other_types()
    {
        var mentions = Of(Function(Mention(Point, F32, U), Mention(Line, T)));
        Assert.Empty(mentions.Of(Line, "T"));
        Assert.Equal([F32], mentions.Of("T"));
    }

    private static Mentions Of(params ReadOnlySpan<ApiItem> items) => new(new CrateApi("points", "1.0.0", null, 1, [Point, Line, .. items], []));

    private static StructItem Struct(string name, params ReadOnlySpan<string> parameters) => new(
        "points::" + name, new Definition("points", "points::" + name, ItemKind.Struct), null, null,
        new Generics([.. parameters.ToArray().Select(p => new TypeParameter(p, [], null))], []), new FieldList(FieldStyle.Unit, [], true), false, false, null);

    private static FunctionItem Function(params ReadOnlySpan<TypeRef> inputs) => new(
        "points::f", new Definition("points", "points::f", ItemKind.Function), null, null,
        new FunctionSignature(
            [.. inputs.ToArray().Select(type => new Parameter("p", type))], TypeRef.Unit, Generics.None, false, false, false, "Rust", false, false, null));

    private static PathType Mention(ApiItem item, params ReadOnlySpan<TypeRef> arguments) =>
        new(item.Definition, [.. arguments.ToArray().Select(a => new TypeArgument(a))]);
}
