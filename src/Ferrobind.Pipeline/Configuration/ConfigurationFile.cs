using System.Collections.Immutable;
using Ferrobind.Diagnostics;
using Ferrobind.Plan;
using Tomlyn;
using Tomlyn.Model;

namespace Ferrobind.Pipeline.Configuration;

/// <summary><c>ferrobind.toml</c>: what flags would repeat. A flag wins over it.</summary>
public static class ConfigurationFile
{
    /// <summary>The file's name, beside the crate's Cargo.toml.</summary>
    public const string Name = "ferrobind.toml";

    /// <summary>The request with what the file in <paramref name="directory"/> says, where the request says nothing.</summary>
    /// <param name="isOfCrate">
    /// The file is that of one of a bundle's crates: what it says about features, and what to leave out or to instantiate, is about that one.
    /// </param>
    public static BindRequest Complete(BindRequest request, string directory, bool isOfCrate = false)
    {
        if (Find(directory) is not { } file)
            return request;
        var toml = Read(file);
        string? Resolve(string? path) => path is null ? null : Path.GetFullPath(path, directory);
        var all = isOfCrate ? new CrateSettings() : Settings(toml);
        return request with
        {
            Name = request.IsBundle ? request.Name ?? toml.Name : null,
            Link = request.Link ?? Link(file, toml.Link),
            Features = request.Features.IsEmpty ? all.Features : request.Features,
            NoDefaultFeatures = request.NoDefaultFeatures || all.NoDefaultFeatures,
            Skip = [.. request.Skip, .. all.Skip],
            Instantiate = [.. request.Instantiate, .. all.Instantiate],
            Settings = (toml.Crates ?? []).ToImmutableDictionary(crate => crate.Key, crate => Settings(crate.Value), StringComparer.Ordinal),
            GoDirectory = request.GoDirectory ?? Resolve(toml.Go?.Out),
            GoModule = request.GoModule ?? toml.Go?.Module,
            CSharpDirectory = request.CSharpDirectory ?? Resolve(toml.CSharp?.Out),
            CSharpNamespace = request.CSharpNamespace ?? toml.CSharp?.Namespace,
            HeaderDirectory = request.HeaderDirectory ?? Resolve(toml.Header?.Out),
        };
    }

    /// <summary>What the file in a crate's directory says about the crate itself.</summary>
    public static CrateSettings OfCrate(string directory) => Find(directory) is { } file ? Settings(Read(file)) : new CrateSettings();

    private static string? Find(string directory) => Path.Combine(directory, Name) is var file && File.Exists(file) ? file : null;

    private static CrateSettings Settings(ICrateToml toml) => new()
    {
        Features = [.. toml.Features ?? []],
        NoDefaultFeatures = toml.DefaultFeatures == false,
        Skip = [.. toml.Skip ?? []],
        Instantiate = [.. toml.Instantiate ?? []],
    };

    private static ConfigurationToml Read(string file)
    {
        ConfigurationToml toml;
        try
        {
            toml = TomlSerializer.Deserialize(File.ReadAllText(file), ConfigurationContext.Default.ConfigurationToml)
                ?? new ConfigurationToml();
        }
        catch (TomlException e)
        {
            throw ConfigurationFailures.NotReadable(file, e.Message, e);
        }

        (string Prefix, TomlTable? Unknown)[] tables =
        [
            ("", toml.Unknown), ("go.", toml.Go?.Unknown), ("csharp.", toml.CSharp?.Unknown),
            ("header.", toml.Header?.Unknown),
            .. (toml.Crates ?? []).Select(crate => ($"crates.{crate.Key}.", crate.Value.Unknown)),
        ];
        foreach (var (prefix, unknown) in tables)
        {
            if (unknown?.Keys.FirstOrDefault() is { } key)
                throw ConfigurationFailures.UnknownKey(file, prefix + key);
        }

        return toml;
    }

    private static LinkMode? Link(string file, string? mode) => mode switch
    {
        null => null,
        "dynamic" => LinkMode.Dynamic,
        "static" => LinkMode.Static,
        _ => throw ConfigurationFailures.NotReadable(file, $"link = \"{mode}\" is neither \"dynamic\" nor \"static\""),
    };
}
