using System.Text.Json;
using System.Text.Json.Serialization;
using Ferrobind.Diagnostics;

namespace Ferrobind.Build;

/// <summary>
/// <c>.ferrobind.json</c>: the files in an output directory that Ferrobind wrote, so that it never takes a user's for
/// its own.
/// </summary>
/// <param name="Format">Of this file: 1.</param>
/// <param name="Tool">The version of Ferrobind that wrote it.</param>
/// <param name="Files">Relative path to SHA-256, lower-case hex.</param>
/// <param name="Pending">
/// Written before files are moved into place, gone afterwards: what <see cref="Files"/> is about to become. A run that
/// finds
/// it knows that another was stopped in between, and that any file with either contents is Ferrobind's.
/// </param>
internal sealed record OutputManifest(
    int Format, string Tool, SortedDictionary<string, string> Files, SortedDictionary<string, string>? Pending = null)
{
    public const string FileName = ".ferrobind.json";
    public const int CurrentFormat = 1;

    public static OutputManifest Empty => new(CurrentFormat, "", new(StringComparer.Ordinal));

    /// <summary>All paths that are, or may be, Ferrobind's.</summary>
    [JsonIgnore]
    public IEnumerable<string> Paths => Files.Keys.Union(Pending?.Keys ?? Enumerable.Empty<string>());

    /// <summary>Whether a file with these contents was written by Ferrobind.</summary>
    public bool Wrote(string path, string digest) =>
        (Files.TryGetValue(path, out var now) && now == digest)
        || (Pending is not null && Pending.TryGetValue(path, out var next) && next == digest);

    public static OutputManifest? Read(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        OutputManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize(File.ReadAllBytes(path), OutputJson.Default.OutputManifest);
        }
        catch (JsonException e)
        {
            throw OutputFailures.UnknownManifest(path, "it is not valid.", e);
        }

        return manifest is { Format: CurrentFormat, Files: not null }
            ? manifest
            : throw OutputFailures.UnknownManifest(path, $"its format is {manifest?.Format}, and {CurrentFormat} is known.");
    }

    public byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, OutputJson.Default.OutputManifest), (byte)'\n'];
}

[JsonSourceGenerationOptions(
    WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutputManifest))]
internal sealed partial class OutputJson : JsonSerializerContext;
