using System.Collections.Immutable;
using Ferrobind.Plan;
using Xunit;

namespace Ferrobind.Planning.Tests;

public sealed class SharedTypesTests
{
    private static readonly Documentation _docs = new(null, null);

    [Fact]
    public void A_type_that_an_earlier_crate_has_in_the_same_way_is_shared()
    {
        var one = Crate("one", Record("one::Point", "one::Point", new ScalarValue(ScalarKind.F64)));
        var two = Crate("two", Record("two::Point", "one::Point", new ScalarValue(ScalarKind.F64)));
        Assert.Equal([new SharedType(1, "two::Point", 0, "one::Point")], SharedTypes.Of([one], two));
        Assert.Empty(SharedTypes.BoundOtherwise([one], two));
    }

    [Fact]
    public void The_first_that_has_it_owns_it_and_what_is_inside()
    {
        var one = Crate("one", Record("one::Point", "one::Point", new ScalarValue(ScalarKind.F64)));
        var two = Crate("two", Record("two::Point", "one::Point", new ScalarValue(ScalarKind.F64)));
        var three = Crate(
            "three", Record("three::Line", "two::Line", new NamedValue("three::Point")),
            Record("three::Point", "one::Point", new ScalarValue(ScalarKind.F64)));
        Assert.Equal([new SharedType(2, "three::Point", 0, "one::Point")], SharedTypes.Of([one, two], three));
    }

    [Fact]
    public void Data_and_a_handle_are_not_the_same()
    {
        var one = Crate("one", Handle("one::Point", "one::Point"));
        var two = Crate("two", Record("two::Point", "one::Point", new ScalarValue(ScalarKind.F64)));
        Assert.Empty(SharedTypes.Of([one], two));
        Assert.Equal([KeyValuePair.Create("two::Point", "one")], SharedTypes.BoundOtherwise([one], two));
    }

    [Fact]
    public void Neither_are_records_with_data_and_with_a_handle_inside()
    {
        var one = Crate(
            "one", Record("one::Line", "one::Line", new ListValue(new HandleValue("one::Style"))), Handle("one::Style", "one::Style"));
        var two = Crate(
            "two", Record("two::Line", "one::Line", new ListValue(new NamedValue("two::Style"))),
            Record("two::Style", "one::Style", new ScalarValue(ScalarKind.U8)));
        Assert.Equal(["two::Line", "two::Style"], SharedTypes.BoundOtherwise([one], two).Keys.Order(StringComparer.Ordinal));
    }

    private static BridgePlan Crate(string name, params TypePlan[] types)
    {
        var library = new LibraryNames("deps", true, "deps_fb", "fb_deps_", "rust/deps", "Deps");
        var package = new PackagePlan(name, "1.0.0", name, null, $"fb_{name}_", library, $"{name}_fb.h", "rust/deps/" + name, name, name);
        return new BridgePlan(package, [], [], [], [], [], [])
        {
            Types = [.. types.Where(type => type is not HandlePlan)],
            Handles = [.. types.OfType<HandlePlan>()],
        };
    }

    private static RecordPlan Record(string key, string identity, DataType field) => new(
        key, "::" + key, "::" + key, "c", "Go", "CSharp", _docs, FieldStyle.Named,
        ImmutableArray.Create(new FieldPlan("f", "f", "F", "F", field, _docs)), RecordLayout.Wire)
    { Identity = identity };

    private static HandlePlan Handle(string key, string identity) =>
        new(key, "::" + key, "::" + key, "c", "Go", "CSharp", _docs, "::" + key, "::" + key) { Identity = identity, ShortName = "X" };
}
