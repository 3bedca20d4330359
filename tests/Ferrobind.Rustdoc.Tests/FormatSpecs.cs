using System.Text;
using System.Text.Json.Nodes;
using Ferrobind.Api;
using Ferrobind.Rustdoc.Tests.Support;
using Xunit;

namespace Ferrobind.Rustdoc.Tests;

public sealed class FormatSpecs
{
    public static MatrixTheoryData<int, string> Older =>
        new([37, 39, 45, 53, 54, 56], ["signatures", "data", "traits"]);

    [Theory]
    [MemberData(nameof(Older))]
    public void I_can_read_what_an_older_rustdoc_writes(int version, string fixture)
    {
        var api = Reading.Read(OlderFormat.Of(Fixture.Json(fixture), version)).Api;
        Assert.Equal(version, api.FormatVersion);
        Assert.Equal(ApiText.Of(Reading.Api(fixture)), ApiText.Of(api));
    }

    [Fact]
    public void I_can_tell_items_apart_whose_place_an_older_rustdoc_does_not_give()
    {
        var expected = ApiText.Of(Reading.Api("paths"));
        // Nothing says where a type is that is private and only mentioned.
        Assert.Equal(
            expected.Replace("paths::private::Leaked", "paths::?::Leaked", StringComparison.Ordinal),
            ApiText.Of(Reading.Read(OlderFormat.Of(Fixture.Json("paths"), 37)).Api));
    }

    [Fact]
    public void I_can_follow_re_exports_between_documents_of_an_older_rustdoc()
    {
        var facade = Bytes(OlderFormat.Of(Fixture.Json("facade"), 37));
        var dep = Bytes(OlderFormat.Of(Fixture.Json("dep"), 37));
        var options = new RustdocReadOptions
        {
            Dependencies = new Dictionary<string, ReadOnlyMemory<byte>> { ["dep"] = dep },
        };
        Assert.Equal(
            ApiText.Of(Reading.Read(Fixture.Json("facade"), "dep").Api),
            ApiText.Of(RustdocReader.Read(facade, options).Api));
    }

    [Fact]
    public void I_am_told_that_a_format_is_too_old()
    {
        var failure = Reading.Failure(() => Reading.Read(OlderFormat.Of(Fixture.Json("data"), 36)));
        Assert.Equal("FB0101", failure.Code);
        Assert.Contains("version 36, which cannot be read: versions 37 ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("rustup update", failure.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void I_am_told_that_a_format_is_too_new_and_who_wrote_it()
    {
        var options = new RustdocReadOptions { Toolchain = "rustc 1.99.0" };
        var failure = Reading.Failure(() => RustdocReader.Read(Bytes(OfVersion(58)), options));
        Assert.Equal("FB0101", failure.Code);
        Assert.Contains("version 58 (rustc 1.99.0)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void I_can_try_a_newer_format() =>
        Assert.Equal(ApiText.Of(Reading.Api("data")), ApiText.Of(Reading.Read(OfVersion(61), allowNewer: true).Api));

    [Fact]
    public void I_can_read_a_newer_format_past_what_it_adds()
    {
        var json = OfVersion(61);
        var items = json["index"]!.AsObject().Select(entry => entry.Value!).ToList();
        var open = items.Single(item => (string?)item["name"] == "Open" && item["inner"]!["struct"] is not null);
        var field = items.Single(item => (string?)item["name"] == "float");
        open["inner"] = new JsonObject { ["view"] = new JsonObject { ["since"] = 2030 } };
        open["attrs"] = new JsonArray("shiny", new JsonObject { ["glossy"] = 1 });
        field["inner"] = new JsonObject { ["struct_field"] = new JsonObject { ["quantum"] = new JsonArray(1, 2) } };
        var api = Reading.Read(json, allowNewer: true).Api;
        Assert.Equal("data::Open", api.Item<ForeignItem>("data::Open").Path);
        Assert.Equal(new UnknownType("quantum"), api.Item<StructItem>("data::Bits").Fields.Fields[0].Type);
    }

    [Fact]
    public void I_am_told_that_a_format_is_unknown_where_a_newer_one_cannot_be_read()
    {
        var json = OfVersion(61);
        json["index"] = new JsonArray();
        Assert.Equal("FB0101", Reading.Failure(() => Reading.Read(json, allowNewer: true)).Code);
    }

    [Theory]
    [InlineData("", "not contain any JSON")]
    [InlineData("error: could not compile", "is an invalid start of a value")]
    [InlineData("[]", "an object was expected, not Array")]
    [InlineData("{}", "'format_version' is missing")]
    [InlineData("{\"format_version\":57}", "'index' is missing")]
    [InlineData("{\"format_version\":57,\"index\":{},\"paths\":{},\"external_crates\":{},\"root\":1}",
        "its root is not in its index")]
    [InlineData("{\"format_version\":57,\"index\":{\"a\":{}}}", "'a' is no id")]
    [InlineData("{\"format_version\":57,\"index\":{\"1\":7},\"paths\":{},\"external_crates\":{},\"root\":1}",
        "an object was expected, not Number")]
    public void I_am_told_that_a_document_is_not_rustdocs(string json, string why)
    {
        var options = new RustdocReadOptions { FileName = "target/doc/x.json" };
        var failure = Reading.Failure(() => RustdocReader.Read(Encoding.UTF8.GetBytes(json), options));
        Assert.Equal("FB0102", failure.Code);
        Assert.StartsWith("target/doc/x.json is not rustdoc JSON: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.1), InlineData(0.5), InlineData(0.99)]
    public void I_am_told_that_a_document_is_cut_short(double part)
    {
        var json = Fixture.Json("types");
        Assert.Equal("FB0102", Reading.Failure(() => Reading.Read(json[..(int)(json.Length * part)])).Code);
    }

    [Fact]
    public void I_am_told_what_an_item_lacks()
    {
        var json = OfVersion(57);
        var item = json["index"]!.AsObject().Single(entry => (string?)entry.Value!["name"] == "Positional").Value!;
        item["inner"]!["struct"]!.AsObject().Remove("generics");
        var failure = Reading.Failure(() => Reading.Read(json));
        Assert.Equal("FB0102", failure.Code);
        Assert.Contains("'generics' is missing", failure.Message, StringComparison.Ordinal);
    }

    private static JsonNode OfVersion(int version)
    {
        var json = JsonNode.Parse(Fixture.Json("data").Span)!;
        json["format_version"] = version;
        return json;
    }

    private static byte[] Bytes(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
