using System.Text;
using System.Text.Json.Nodes;
using Ferrobind.Api;
using Ferrobind.Rustdoc.Tests.Support;
using Xunit;

namespace Ferrobind.Rustdoc.Tests;

public sealed class ApiSpecs
{
    public static TheoryData<string> Fixtures =>
        ["types", "signatures", "paths", "aliases", "data", "traits", "constants", "dep"];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void I_can_read_everything_that_a_crate_offers(string fixture) =>
        Baseline.Check(fixture, ApiText.Of(Reading.Api(fixture)));

    [Fact]
    public void I_can_tell_a_method_by_its_receiver()
    {
        var methods = Reading.Api("signatures").Impls.Where(i => i.Trait is null && i.Items.Methods.Length > 0)
            .SelectMany(impl => impl.Items.Methods).ToDictionary(method => method.Name);
        Assert.Equal("self", methods["by_reference"].Signature.Inputs[0].Name);
        Assert.Equal("value", methods["new"].Signature.Inputs[0].Name);
        Assert.True(methods["by_pin"].HasBody);
        Assert.DoesNotContain("hidden", methods.Keys);
        Assert.DoesNotContain("internal", methods.Keys);
    }

    [Fact]
    public void I_can_see_impl_Trait_where_it_is_written()
    {
        var signature = Reading.Api("signatures").Function("signatures::impl_arguments");
        Assert.IsType<ImplTraitType>(signature.Inputs[0].Type);
        Assert.Empty(signature.Generics.Parameters);
    }

    [Fact]
    public void I_can_see_a_C_type_by_one_name()
    {
        var inputs = Reading.Api("aliases").Function("aliases::c_types").Inputs;
        var expected = new Definition("core", "core::ffi::c_char", ItemKind.TypeAlias);
        Assert.All(inputs.Take(3), input => Assert.Equal(expected, ((PathType)input.Type).Definition));
    }

    [Theory]
    [InlineData("types::std_types", """["core","time","Duration"],"kind":"struct""",
        """["core","io","error","ErrorKind"],"kind":"enum""", "std::io::error::ErrorKind")]
    [InlineData("types::atomic", """["core","sync","atomic","AtomicU32"],"kind":"struct""",
        """["core","sync","atomic","AtomicU32"],"kind":"type_alias""", "core::sync::atomic::AtomicU32")]
    [InlineData("types::std_types", """["core","time","Duration"],"kind":"struct""",
        """["libc","unix","c_int"],"kind":"type_alias""", "core::ffi::c_int")]
    public void I_can_see_a_std_type_by_one_name_wherever_a_version_defines_it(
        string function, string here, string there, string expected)
    {
        var json = Encoding.UTF8.GetString(Fixture.Json("types").Span);
        Assert.Contains(here, json, StringComparison.Ordinal);
        var api = RustdocReader.Read(
            Encoding.UTF8.GetBytes(json.Replace(here, there, StringComparison.Ordinal)), new RustdocReadOptions()).Api;
        var type = api.Function(function).Inputs[0].Type;
        Assert.Equal(expected, RustText.Of(type).TrimStart('&'));
    }

    [Fact]
    public void I_can_read_a_type_that_is_nested_deeply()
    {
        const string Float = """{"primitive":"f64"}""";
        var deep = string.Concat(Enumerable.Repeat("{\"slice\":", 200)) + Float + new string('}', 200);
        var json = Encoding.UTF8.GetString(Fixture.Json("types").Span).Replace(Float, deep, StringComparison.Ordinal);
        var api = RustdocReader.Read(Encoding.UTF8.GetBytes(json), new RustdocReadOptions()).Api;
        var text = RustText.Of(api.Function("types::primitives").Inputs[2].Type);
        Assert.Equal(new string('[', 200) + "f64" + new string(']', 200), text);
    }

    [Fact]
    public void I_can_rely_on_the_order_whatever_the_documents_is()
    {
        var json = JsonNode.Parse(Fixture.Json("traits").Span)!;
        var entries = json["index"]!.AsObject().Reverse();
        json["index"] = new JsonObject(entries.Select(e => KeyValuePair.Create(e.Key, e.Value?.DeepClone())));
        Assert.Equal(ApiText.Of(Reading.Api("traits")), ApiText.Of(Reading.Read(json).Api));
    }

    [Fact]
    public void I_can_read_from_a_stream()
    {
        using var stream = new MemoryStream(Fixture.Json("data").ToArray());
        Assert.Equal(
            ApiText.Of(Reading.Api("data")), ApiText.Of(RustdocReader.Read(stream, new RustdocReadOptions()).Api));
    }
}
