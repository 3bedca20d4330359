using Ferrobind.Api;
using Ferrobind.Rustdoc.Tests.Support;
using Xunit;

namespace Ferrobind.Rustdoc.Tests;

public sealed class DependencySpecs
{
    private static readonly ReadOnlyMemory<byte> Facade = Fixture.Json("facade");

    [Fact]
    public void I_can_read_what_is_re_exported_from_another_crate() =>
        Baseline.Check("facade", ApiText.Of(Reading.Read(Facade, "dep").Api));

    [Fact]
    public void I_can_see_what_is_re_exported_where_the_other_crate_is_not_at_hand() =>
        Baseline.Check("facade.alone", ApiText.Of(Reading.Read(Facade).Api));

    [Fact]
    public void I_can_read_a_whole_crate_that_is_re_exported() =>
        Baseline.Check("whole", ApiText.Of(Reading.Read(Fixture.Json("whole"), "dep").Api));

    [Fact]
    public void I_can_read_the_types_of_another_crate_that_functions_mention()
    {
        var missing = Assert.Single(Reading.Read(Fixture.Json("mentions")).ForeignCrates);
        Assert.Equal(("dep", ForeignUse.Mention), (missing.Name, missing.Use));
        Baseline.Check("mentions", ApiText.Of(Reading.Read(Fixture.Json("mentions"), "dep").Api));
    }

    [Fact]
    public void I_can_learn_which_crates_are_missing()
    {
        var missing = Assert.Single(Reading.Read(Facade).ForeignCrates);
        Assert.Equal(("dep", ForeignUse.Export), (missing.Name, missing.Use));
        Assert.EndsWith("libdep.rmeta", missing.Library, StringComparison.Ordinal);
        Assert.Empty(Reading.Read(Facade, "dep").ForeignCrates);
    }

    [Fact]
    public void I_can_learn_that_a_crate_is_re_exported_as_a_whole_alone()
    {
        var missing = Assert.Single(Reading.Read(Fixture.Json("whole")).ForeignCrates);
        Assert.Equal(("dep", ForeignUse.Whole), (missing.Name, missing.Use));
    }

    [Theory]
    [InlineData("paths"), InlineData("aliases")]
    public void I_am_asked_neither_for_the_standard_library_nor_for_the_crate_itself(string fixture) =>
        Assert.Empty(Reading.Read(Fixture.Json(fixture)).ForeignCrates);

    [Fact]
    public void I_can_compare_definitions_from_two_documents()
    {
        var api = Reading.Read(Facade, "dep").Api;
        var argument = Assert.IsType<PathType>(
            Assert.IsType<ReferenceType>(api.Function("facade::appraise").Inputs[0].Type).Target);
        Assert.Equal(api.Item<StructItem>("facade::Jewel").Definition, argument.Definition);
    }

    [Fact]
    public void I_can_give_documents_that_are_not_needed() => Assert.Single(RustdocReader.Read(
        Fixture.Json("constants"),
        new RustdocReadOptions
        {
            Dependencies = new Dictionary<string, ReadOnlyMemory<byte>> { ["dep"] = new byte[] { 1 } },
        }).Api.Items.OfType<StructItem>());

    [Fact]
    public void I_am_told_which_document_is_broken()
    {
        var options = new RustdocReadOptions
        {
            Dependencies = new Dictionary<string, ReadOnlyMemory<byte>> { ["dep"] = new byte[] { 1 } },
        };
        var failure = Reading.Failure(() => RustdocReader.Read(Facade, options));
        Assert.Equal("FB0102", failure.Code);
        Assert.StartsWith("dep.json is not rustdoc JSON", failure.Message, StringComparison.Ordinal);
    }
}
