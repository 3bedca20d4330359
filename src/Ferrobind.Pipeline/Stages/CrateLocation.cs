using Ferrobind.Build;
using Ferrobind.Emit.Rust;

namespace Ferrobind.Pipeline.Stages;

/// <summary>Where a crate is, and where its bridge is made.</summary>
/// <param name="Request">The request, completed by the crate's configuration file.</param>
/// <param name="Cargo">Cargo, running where its configuration for this crate is found.</param>
/// <param name="Dependency">The crate, as the bridge depends on it.</param>
/// <param name="LockFile">The Cargo.lock that the crate is built with at home; null where there is none.</param>
/// <param name="Work">The directories that the bridge is made in.</param>
internal sealed record CrateLocation(
    BindRequest Request, Cargo Cargo, CrateDependency Dependency, string? LockFile, WorkDirectory Work);
