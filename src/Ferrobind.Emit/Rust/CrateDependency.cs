using System.Collections.Immutable;

namespace Ferrobind.Emit.Rust;

/// <summary>How cargo finds the crate that is bound. The set of derived records is closed.</summary>
/// <param name="Package">The package's name, as Cargo knows it.</param>
/// <param name="Features">The features that are asked for.</param>
/// <param name="DefaultFeatures">Whether its default features are asked for, too.</param>
public abstract record CrateDependency(string Package, ImmutableArray<string> Features, bool DefaultFeatures);

/// <summary>A crate on this machine.</summary>
/// <param name="Path">The absolute path of its directory.</param>
public sealed record PathDependency(
    string Package, string Path, ImmutableArray<string> Features, bool DefaultFeatures = true)
    : CrateDependency(Package, Features, DefaultFeatures);

/// <summary>A crate of the registry that cargo uses.</summary>
/// <param name="Requirement">The versions that will do, as Cargo writes it: <c>=0.11.1</c>, <c>*</c>.</param>
public sealed record RegistryDependency(
    string Package, string Requirement, ImmutableArray<string> Features, bool DefaultFeatures = true)
    : CrateDependency(Package, Features, DefaultFeatures);
