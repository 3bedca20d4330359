using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Naming;
using Xunit;

namespace Ferrobind.Planning.Tests;

public sealed class LibraryNamingTests
{
    [Fact]
    public void A_crate_alone_has_the_names_of_its_library()
    {
        var package = LibraryNaming.Of([(Crate("percent_encoding"), "percent-encoding")], new LibraryOptions()).Single();
        Assert.Equal(
            new LibraryNames("percent-encoding", false, "percent_encoding_fb", "fb_percent_encoding_", "rust/percentencoding", "PercentEncoding"),
            package.Library);
        Assert.Equal("percent_encoding_fb.h", package.Header);
        Assert.Equal(package.Library.SymbolPrefix, package.SymbolPrefix);
        Assert.Equal("rust/percentencoding", package.GoImport);
        Assert.Equal("PercentEncoding", package.CSharpNamespace);
    }

    [Fact]
    public void Crates_of_a_bundle_have_packages_and_namespaces_of_their_own()
    {
        var packages = Bundle(new LibraryOptions { Bundle = "my-deps" }, "regex", "url");
        Assert.Equal(new LibraryNames("my-deps", true, "my_deps_fb", "fb_my_deps_", "rust/my-deps", "MyDeps"), packages[0].Library);
        Assert.Equal(["rust/my-deps/regex", "rust/my-deps/url"], packages.Select(p => p.GoImport));
        Assert.Equal(["Regex", "Url"], packages.Select(p => p.CSharpNamespace));
        Assert.Equal(["fb_regex_", "fb_url_"], packages.Select(p => p.SymbolPrefix));
        Assert.Equal(["regex_fb.h", "url_fb.h"], packages.Select(p => p.Header));
    }

    [Fact]
    public void Names_that_are_chosen_stand_above_the_crates()
    {
        var packages = Bundle(new LibraryOptions { Bundle = "deps", GoModule = "example.com/x", CSharpNamespace = "My.Deps" }, "regex", "url");
        Assert.Equal(["example.com/x/regex", "example.com/x/url"], packages.Select(p => p.GoImport));
        Assert.Equal(["My.Deps.Regex", "My.Deps.Url"], packages.Select(p => p.CSharpNamespace));
    }

    [Theory]
    [InlineData("foo", "foo_bar")]
    [InlineData("foo_bar", "foo")]
    [InlineData("foo_bar", "foobar", "foo")]
    public void No_symbol_can_be_of_two_crates(params string[] crates)
    {
        // foo::bar_x and foo_bar::x would both be fb_foo_bar_x. The name of the bundle is one more.
        var packages = Bundle(new LibraryOptions { Bundle = string.Join('-', crates) }, crates);
        string[] prefixes = [.. packages.Select(p => p.SymbolPrefix), packages[0].Library.SymbolPrefix];
        Assert.All(prefixes, one => Assert.Single(prefixes, other => other.StartsWith(one, StringComparison.Ordinal)));
        Assert.Equal(packages.Length, packages.Select(p => p.GoPackage).Distinct().Count());
    }

    [Fact]
    public void A_crate_named_as_what_is_shared_gets_out_of_its_way()
    {
        var packages = Bundle(new LibraryOptions { Bundle = "deps", CSharpNamespace = "Deps" }, "interop", "rust_exception");
        Assert.Equal(["Deps.Interop2", "Deps.RustException2"], packages.Select(p => p.CSharpNamespace));
    }

    private static PackagePlan[] Bundle(LibraryOptions options, params string[] crates) =>
        [.. LibraryNaming.Of([.. crates.Select(crate => (Crate(crate), crate))], options)];

    private static CrateApi Crate(string name) => new(name, "1.0.0", null, 37, [], []);
}
