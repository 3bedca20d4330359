using System.Collections;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ferrobind.Build;

/// <summary>
/// All that decides what a run makes: version, options, toolchain, environment, input files. Kept in a stamp file, it
/// tells the
/// next run that there is nothing to do, in milliseconds.
/// </summary>
public sealed class Fingerprint
{
    private static readonly string[] Variables =
        ["CARGO", "RUSTC", "RUSTFLAGS", "RUSTDOC", "RUSTDOCFLAGS", "RUSTUP", "CC", "CXX", "CFLAGS", "CXXFLAGS", "AR", "PKG_CONFIG"];

    private readonly string _key;

    private Fingerprint(string key) => _key = key;

    /// <param name="toolVersion">Ferrobind's own.</param>
    /// <param name="options">Everything that the user asked for, as one text: crates, outputs, configuration, working
    /// directory.</param>
    /// <param name="toolchain">See <see cref="Toolchain.Identity"/>.</param>
    public static Fingerprint Of(string toolVersion, string options, string toolchain)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => (Name: (string)entry.Key, Value: entry.Value as string))
            .Where(variable => Variables.Any(name =>
                variable.Name == name || variable.Name.StartsWith($"{name}_", StringComparison.Ordinal)))
            .OrderBy(variable => variable.Name, StringComparer.Ordinal)
            .Select(variable => $"{variable.Name}={variable.Value}");
        return new Fingerprint(DigestOf(string.Join('\0', [toolVersion, options, toolchain, .. environment])));
    }

    /// <summary>Whether the run that wrote the stamp would do the same now, and what it made is still there.</summary>
    public bool IsCurrent(string stampFile)
    {
        try
        {
            return File.Exists(stampFile)
                && JsonSerializer.Deserialize(File.ReadAllBytes(stampFile), StampJson.Default.Stamp) is { } stamp
                && stamp.Format == Stamp.CurrentFormat
                && stamp.Key == _key
                && stamp.Environment.All(variable => ValueDigest(variable.Key) == variable.Value)
                && stamp.Files.All(file => file.IsStill());
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return false; // then the run finds out why
        }
    }

    /// <summary>Records a run that is complete.</summary>
    /// <param name="stampFile">Below cargo's target directory.</param>
    /// <param name="startedUtc">When the run began. A file that changed since may have been read before or after: then
    /// there is no stamp.</param>
    /// <param name="inputs">Files and directories that were read; they need not exist. See
    /// <see cref="CargoInputs"/>.</param>
    /// <param name="outputs">Files that were made. See <see cref="OutputDirectory.GeneratedFiles"/>.</param>
    /// <param name="variables">Environment variables that build scripts depend on.</param>
    /// <returns>Whether a stamp was written.</returns>
    public bool Write(
        string stampFile, DateTime startedUtc, IEnumerable<string> inputs, IEnumerable<string> outputs,
        IEnumerable<string> variables)
    {
        var made = outputs.ToHashSet();
        var read = inputs.Where(path => !made.Contains(path)).Select(FileState.Of).ToArray();
        if (read.Any(file => file.Modified >= startedUtc.Ticks))
        {
            Forget(stampFile);
            return false;
        }

        var environment = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var variable in variables)
        {
            environment[variable] = ValueDigest(variable);
        }

        var written = made.Order(StringComparer.Ordinal).Select(FileState.Of);
        var stamp = new Stamp(Stamp.CurrentFormat, _key, environment, [.. read, .. written]);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(stampFile))!);
        var next = $"{stampFile}.{Environment.ProcessId}";
        File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(stamp, StampJson.Default.Stamp));
        File.Move(next, stampFile, overwrite: true);
        return true;
    }

    /// <summary>To be called before outputs are changed, so that a run that is stopped leaves no stamp.</summary>
    public static void Forget(string stampFile)
    {
        if (File.Exists(stampFile))
        {
            File.Delete(stampFile);
        }
    }

    // Values can be secrets.
    private static string? ValueDigest(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } value ? DigestOf(value) : null;

    private static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <param name="Environment">Names, and digests of the values; null for those that were not set.</param>
internal sealed record Stamp(
    int Format, string Key, SortedDictionary<string, string?> Environment, IReadOnlyList<FileState> Files)
{
    public const int CurrentFormat = 1;
}

[JsonSerializable(typeof(Stamp))]
internal sealed partial class StampJson : JsonSerializerContext;
