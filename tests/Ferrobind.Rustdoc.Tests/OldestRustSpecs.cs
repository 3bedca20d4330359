using Ferrobind.Rustdoc.Tests.Support;
using Xunit;

namespace Ferrobind.Rustdoc.Tests;

/// <summary>What Rust 1.85 writes, the oldest that is supported and Debian trixie's: format 37, as it comes, not as we think it was.</summary>
public sealed class OldestRustSpecs
{
    public static TheoryData<string> Fixtures => ["aliases", "constants", "data", "dep", "paths", "signatures", "traits", "types"];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void I_can_read_what_the_oldest_rustdoc_writes(string fixture)
    {
        Assert.SkipUnless(OldestRust.Missing is null, $"Rust 1.85 cannot be had: {OldestRust.Missing}");
        var api = RustdocReader.Read(OldestRust.Json(fixture), new RustdocReadOptions()).Api;
        Assert.Equal(37, api.FormatVersion);

        // Nothing says where a type is that is private and only mentioned.
        var expected = ApiText.Of(Reading.Api(fixture)).Replace("paths::private::Leaked", "paths::?::Leaked", StringComparison.Ordinal);
        Assert.Equal(expected, ApiText.Of(api));
    }

    [Fact]
    public void I_can_follow_re_exports_between_its_documents()
    {
        Assert.SkipUnless(OldestRust.Missing is null, $"Rust 1.85 cannot be had: {OldestRust.Missing}");
        var options = new RustdocReadOptions
        {
            Dependencies = new Dictionary<string, ReadOnlyMemory<byte>> { ["dep"] = OldestRust.Json("dep") },
        };
        Assert.Equal(
            ApiText.Of(Reading.Read(Fixture.Json("facade"), "dep").Api),
            ApiText.Of(RustdocReader.Read(OldestRust.Json("facade"), options).Api));
    }
}
