using System.Text.Json;
using Ferrobind.Diagnostics;

namespace Ferrobind.Rustdoc.Documents;

/// <summary>
/// The versions of the format that are known, and the failures of a document that is not one of them.
/// </summary>
internal static class FormatVersions
{
    public const int Oldest = 37;
    public const int Newest = 57;

    public static void Check(int found, RustdocReadOptions options)
    {
        if (found < Oldest || (found > Newest && !options.AllowNewer))
        {
            throw Unknown(found, options);
        }
    }

    /// <summary>A document that could not be read. One that is newer than known is not to blame.</summary>
    public static FerrobindException Unreadable(
        string file, int? version, RustdocReadOptions options, JsonException cause) =>
        version > Newest
            ? Unknown(version.Value, options)
            : ReadFailures.NotRustdocJson(file, cause.Message, cause);

    private static FerrobindException Unknown(int found, RustdocReadOptions options) =>
        ReadFailures.UnknownFormat(found, Oldest, Newest, options.Toolchain);
}
