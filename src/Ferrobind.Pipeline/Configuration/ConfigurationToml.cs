using Tomlyn.Model;
using Tomlyn.Serialization;

namespace Ferrobind.Pipeline.Configuration;

/// <summary>The tables and keys of <c>ferrobind.toml</c>, as they are written. Paths are relative to the file.</summary>
internal sealed class ConfigurationToml : ICrateToml
{
    [TomlPropertyName("name")]
    public string? Name { get; set; }

    [TomlPropertyName("link")]
    public string? Link { get; set; }

    [TomlPropertyName("features")]
    public List<string>? Features { get; set; }

    [TomlPropertyName("default-features")]
    public bool? DefaultFeatures { get; set; }

    [TomlPropertyName("skip")]
    public List<string>? Skip { get; set; }

    [TomlPropertyName("instantiate")]
    public List<string>? Instantiate { get; set; }

    [TomlPropertyName("go")]
    public GoToml? Go { get; set; }

    [TomlPropertyName("csharp")]
    public CSharpToml? CSharp { get; set; }

    [TomlPropertyName("header")]
    public HeaderToml? Header { get; set; }

    [TomlPropertyName("crates")]
    public Dictionary<string, CrateToml>? Crates { get; set; }

    [TomlExtensionData]
    public TomlTable? Unknown { get; set; }
}

/// <summary>What can be said about a crate: by its own file, and by that of a bundle.</summary>
internal interface ICrateToml
{
    List<string>? Features { get; }

    bool? DefaultFeatures { get; }

    List<string>? Skip { get; }

    List<string>? Instantiate { get; }
}

/// <summary><c>[crates.NAME]</c></summary>
internal sealed class CrateToml : ICrateToml
{
    [TomlPropertyName("features")]
    public List<string>? Features { get; set; }

    [TomlPropertyName("default-features")]
    public bool? DefaultFeatures { get; set; }

    [TomlPropertyName("skip")]
    public List<string>? Skip { get; set; }

    [TomlPropertyName("instantiate")]
    public List<string>? Instantiate { get; set; }

    [TomlExtensionData]
    public TomlTable? Unknown { get; set; }
}

/// <summary><c>[go]</c></summary>
internal sealed class GoToml
{
    [TomlPropertyName("out")]
    public string? Out { get; set; }

    [TomlPropertyName("module")]
    public string? Module { get; set; }

    [TomlExtensionData]
    public TomlTable? Unknown { get; set; }
}

/// <summary><c>[csharp]</c></summary>
internal sealed class CSharpToml
{
    [TomlPropertyName("out")]
    public string? Out { get; set; }

    [TomlPropertyName("namespace")]
    public string? Namespace { get; set; }

    [TomlExtensionData]
    public TomlTable? Unknown { get; set; }
}

/// <summary><c>[header]</c></summary>
internal sealed class HeaderToml
{
    [TomlPropertyName("out")]
    public string? Out { get; set; }

    [TomlExtensionData]
    public TomlTable? Unknown { get; set; }
}

[TomlSerializable(typeof(ConfigurationToml))]
internal sealed partial class ConfigurationContext : TomlSerializerContext;
