using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Naming;
using Ferrobind.Planning.Types;
using Xunit;

namespace Ferrobind.Planning.Tests;

/// <summary>Types that make ever larger ones of themselves, as nom's <c>Error&lt;I></c> does, with a method that returns an <c>Error&lt;(I, usize)></c>.</summary>
public sealed class GrowthTests
{
    private static readonly TypeRef Usize = new PrimitiveType("usize");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_type_inside_of_itself_ends_somewhere(bool isData)
    {
        var error = Error(isData);
        var registry = Registry(error);
        TypeRef input = new PrimitiveType("u8");
        var planned = 0;
        for (; planned < 100 && IsPlanned(registry, Of(error, input), isData); planned++)
            input = new TupleType([input, Usize]);
        Assert.InRange(planned, 3, 10);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void There_are_so_many_of_a_type_and_no_more(bool isData)
    {
        var error = Error(isData);
        var registry = Registry(error);
        var planned = Enumerable.Range(1, 1000).TakeWhile(n => IsPlanned(registry, Of(error, new ArrayType(Usize, $"{n}")), isData)).Count();
        Assert.Equal(Growth.MaxInstances, planned);
        // Those that there are stay.
        Assert.True(IsPlanned(registry, Of(error, new ArrayType(Usize, "1")), isData));
    }

    private static bool IsPlanned(TypeRegistry registry, PathType type, bool isData)
    {
        var data = registry.Plan(type);
        Assert.True(data is null || isData);
        return data is not null || registry.Handles.Plan(type) is not null;
    }

    private static StructItem Error(bool isData) => new(
        "parse::Error", new Definition("parse", "parse::Error", ItemKind.Struct), null, null, new Generics([new TypeParameter("I", [], null)], []),
        new FieldList(Api.FieldStyle.Named, [new Field("input", new GenericType("I"), null, null)], HasHidden: !isData), false, false, null);

    private static PathType Of(StructItem item, TypeRef input) => new(item.Definition, [new TypeArgument(input)]);

    private static TypeRegistry Registry(StructItem item)
    {
        var library = new LibraryNames("parse", false, "parse_fb", "fb_parse_", "rust/parse", "Parse");
        var package = new PackagePlan("parse", "1.0.0", "parse", null, "fb_parse_", library, "parse_fb.h", "rust/parse", "parse", "Parse");
        var api = new CrateApi("parse", "1.0.0", null, 1, [item], []);
        var names = new TypeNames(api, new NameTable([], "_"), new NameTable([]), new NameTable([]), package, ImmutableHashSet<string>.Empty);
        return new TypeRegistry(api, names, [], _ => false);
    }
}
