namespace Ferrobind.Pipeline;

/// <summary>Where a crate comes from. The set of derived records is closed.</summary>
public abstract record CrateSource;

/// <summary>A crate on disk: its directory, or its Cargo.toml.</summary>
public sealed record PathCrate(string Path) : CrateSource;

/// <summary>A crate of the registry that cargo is configured for; without a version, the newest that fits.</summary>
public sealed record RegistryCrate(string Name, string? Version) : CrateSource;
