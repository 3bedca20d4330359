using System.Text;
using System.Text.Json.Nodes;
using Ferrobind.Api;
using Ferrobind.Diagnostics;
using Xunit;

namespace Ferrobind.Rustdoc.Tests.Support;

/// <summary>Short forms of reading a document and of looking at what was read.</summary>
internal static class Reading
{
    public static CrateApi Api(string fixture) => Read(Fixture.Json(fixture)).Api;

    public static RustdocReading Read(ReadOnlyMemory<byte> json, params string[] dependencies) => RustdocReader.Read(
        json,
        new RustdocReadOptions { Dependencies = dependencies.ToDictionary(name => name, Fixture.Json) });

    public static RustdocReading Read(JsonNode json, bool allowNewer = false) => RustdocReader.Read(
        Encoding.UTF8.GetBytes(json.ToJsonString()), new RustdocReadOptions { AllowNewer = allowNewer });

    /// <summary>The message that reading fails with.</summary>
    public static Diagnostic Failure(Func<RustdocReading> read) =>
        Assert.Throws<FerrobindException>(() => { read(); }).Diagnostic;

    public static T Item<T>(this CrateApi api, string path)
        where T : ApiItem => Assert.Single(api.Items.OfType<T>(), item => item.Path == path);

    public static FunctionSignature Function(this CrateApi api, string path) => api.Item<FunctionItem>(path).Signature;
}
