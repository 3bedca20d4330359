using Ferrobind.Planning.Naming;
using Ferrobind.Planning.Types;
using Xunit;

namespace Ferrobind.Planning.Tests;

public sealed class NamingTests
{
    [Theory]
    [InlineData("utf8_len", "UTF8Len")]
    [InlineData("http_client", "HTTPClient")]
    [InlineData("HTTPClient", "HTTPClient")]
    [InlineData("LRUCache", "LRUCache")]
    [InlineData("parse_url", "ParseURL")]
    [InlineData("user_id", "UserID")]
    [InlineData("MAX_LEN", "MaxLen")]
    [InlineData("MAX", "Max")]
    [InlineData("r#type", "Type")]
    [InlineData("__hidden", "Hidden")]
    [InlineData("größe", "Größe")]
    [InlineData("長さ", "X長さ")]
    public void Go_names_have_mixed_caps_and_initialisms(string rust, string go) =>
        Assert.Equal(go, GoNames.Exported(rust));

    [Theory]
    [InlineData("f64", "f64")]
    [InlineData("&'x str", "str")]
    [InlineData("Cow<'static, [u8]>", "Cow_u8")]
    [InlineData("(&'a A, Option<B>)", "A_Option_B")]
    public void Arguments_in_the_names_of_types_have_no_lifetimes(string rust, string words) =>
        Assert.Equal(words, TypeNames.Flat(rust));

    [Theory]
    [InlineData("url_base", "urlBase")]
    [InlineData("base_url", "baseURL")]
    [InlineData("type", "typeArg")]
    [InlineData("len", "lenArg")]
    [InlineData("string", "stringArg")]
    [InlineData("unsafe_", "unsafeArg")]
    public void Go_parameters_are_no_keywords_and_hide_nothing(string rust, string go) =>
        Assert.Equal(go, GoNames.Parameter(rust));

    [Theory]
    [InlineData("percent-encoding", "percentencoding")]
    [InlineData("select", "rustselect")]
    [InlineData("main", "rustmain")]
    public void Go_packages_are_one_lower_case_word(string crate, string package) =>
        Assert.Equal(package, GoNames.Package(crate));

    [Theory]
    [InlineData("utf8_len", "Utf8Len")]
    [InlineData("HTTPClient", "HttpClient")]
    [InlineData("MAX_LEN", "MaxLen")]
    [InlineData("2fast", "X2fast")]
    public void CSharp_names_are_in_Pascal_case(string rust, string csharp) =>
        Assert.Equal(csharp, CSharpNames.Pascal(rust));

    [Theory]
    [InlineData("url_base", "urlBase")]
    [InlineData("class", "@class")]
    [InlineData("r#event", "@event")]
    public void CSharp_parameters_are_in_camel_case(string rust, string csharp) =>
        Assert.Equal(csharp, CSharpNames.Parameter(rust));

    [Theory]
    [InlineData("r#type", "arg_type")]
    [InlineData("scratch", "arg_scratch")]
    [InlineData("delete", "arg_delete")]
    [InlineData("größe", "gru00f6u00dfe")]
    [InlineData("_unused", "unused")]
    public void C_parameters_are_ASCII_and_no_keywords(string rust, string c) =>
        Assert.Equal(c, CNames.Parameter(rust));

    [Theory]
    [InlineData("system", "SystemModule")]
    [InlineData("rune", "RuneModule")]
    [InlineData("image_ops", "ImageOps")]
    [InlineData("basics", "BasicsModule")]
    public void Module_classes_hide_no_type_that_generated_code_uses(string module, string name) =>
        Assert.Equal(name, CSharpNames.ModuleClass(module, "Basics"));

    [Fact]
    public void A_second_item_of_the_same_name_gets_a_number()
    {
        var table = new NameTable(["Error"]);

        Assert.Equal(["Add", "Add2", "Error2", "Add3"], ((string[])["Add", "Add", "Error", "Add"]).Select(n => table.Take(n)));
    }

    [Fact]
    public void A_name_is_free_only_if_its_companions_are()
    {
        var table = new NameTable([]);
        table.Take("TryParse");

        Assert.Equal("Parse2", table.Take("Parse", name => ["Try" + name]));
        Assert.Equal("TryParse3", table.Take("TryParse"));
    }
}
