using System.Collections.Immutable;
using Ferrobind.Build;
using Ferrobind.Emit.Rust;

namespace Ferrobind.Pipeline.Stages;

/// <summary>Where the crates of a library are, and where its bridge is made.</summary>
/// <param name="Request">The request, completed by the configuration file.</param>
/// <param name="Name">The crate's name, or that of the bundle.</param>
/// <param name="Cargo">Cargo, running where its configuration for this library is found.</param>
/// <param name="LockFile">The Cargo.lock that the crates are built with at home; null where there is none.</param>
/// <param name="Work">The directories that the bridge is made in.</param>
internal sealed record LibraryLocation(
    BindRequest Request, string Name, Cargo Cargo, ImmutableArray<LocatedCrate> Crates, string? LockFile, WorkDirectory Work)
{
    /// <summary>How cargo finds the crates.</summary>
    public CrateDependency[] Dependencies => [.. Crates.Select(crate => crate.Dependency)];
}

/// <summary>Where a crate is.</summary>
/// <param name="Dependency">The crate, as the bridge depends on it.</param>
/// <param name="Settings">What was said about it.</param>
/// <param name="LockFile">The Cargo.lock that the crate is built with at home; null where there is none.</param>
/// <param name="TargetDirectory">Its own target directory; null for a crate of the registry, which has none.</param>
/// <param name="Directory">Its directory, where a <c>ferrobind.toml</c> may be; null for a crate of the registry.</param>
internal sealed record LocatedCrate(
    CrateDependency Dependency, CrateSettings Settings, string? LockFile, string? TargetDirectory, string? Directory)
{
    /// <summary>As Cargo knows it.</summary>
    public string Name => Dependency.Package;
}
