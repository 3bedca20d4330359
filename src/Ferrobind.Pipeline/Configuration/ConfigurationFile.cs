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
    public static BindRequest Complete(BindRequest request, string directory)
    {
        var file = Path.Combine(directory, Name);
        if (!File.Exists(file))
            return request;
        var toml = Read(file);
        string? Resolve(string? path) => path is null ? null : Path.GetFullPath(path, directory);
        return request with
        {
            Link = request.Link ?? Link(file, toml.Link),
            Features = request.Features.IsEmpty ? [.. toml.Features ?? []] : request.Features,
            NoDefaultFeatures = request.NoDefaultFeatures || toml.DefaultFeatures == false,
            Skip = [.. request.Skip, .. toml.Skip ?? []],
            Instantiate = [.. request.Instantiate, .. toml.Instantiate ?? []],
            GoDirectory = request.GoDirectory ?? Resolve(toml.Go?.Out),
            GoModule = request.GoModule ?? toml.Go?.Module,
            CSharpDirectory = request.CSharpDirectory ?? Resolve(toml.CSharp?.Out),
            CSharpNamespace = request.CSharpNamespace ?? toml.CSharp?.Namespace,
            HeaderDirectory = request.HeaderDirectory ?? Resolve(toml.Header?.Out),
        };
    }

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
