using System.Text.Json.Serialization;
using Ferrobind.Diagnostics;

namespace Ferrobind.Build;

/// <summary>What <c>cargo metadata</c> says about a manifest: every package that takes part, resolved.</summary>
public sealed record CargoMetadata(
    IReadOnlyList<CargoPackage> Packages, string WorkspaceRoot, string TargetDirectory, IReadOnlyList<string> WorkspaceMembers,
    CargoResolve? Resolve = null)
{
    /// <summary>
    /// The packages that a manifest's package depends on by itself; empty where nothing was resolved.
    /// </summary>
    public IEnumerable<CargoPackage> DependenciesOf(string manifestPath)
    {
        var id = ByManifest(manifestPath)?.Id;
        var direct = Resolve?.Nodes.FirstOrDefault(node => node.Id == id)?.Dependencies ?? [];
        return Packages.Where(package => direct.Contains(package.Id));
    }

    /// <summary>The package of a manifest; null for a virtual workspace, which has none.</summary>
    public CargoPackage? ByManifest(string manifestPath) =>
        Packages.FirstOrDefault(package => package.ManifestPath == Path.GetFullPath(manifestPath));

    /// <summary>The packages that go by a name; several if several versions take part.</summary>
    public IEnumerable<CargoPackage> ByName(string name) => Packages.Where(package => package.Name == name);
}

/// <summary>Who depends on whom.</summary>
public sealed record CargoResolve(IReadOnlyList<CargoNode> Nodes);

/// <param name="Id">The package.</param>
/// <param name="Dependencies">The ids of the packages that it depends on by itself.</param>
public sealed record CargoNode(string Id, IReadOnlyList<string> Dependencies);

/// <param name="Id">Cargo's package id, which names this very package also as a <c>-p</c> argument.</param>
/// <param name="Source">Where it is from; null for a path.</param>
/// <param name="Features">The features, each with what it turns on.</param>
/// <param name="RustVersion">The oldest Rust that it promises to work with; null if it makes no promise.</param>
public sealed record CargoPackage(
    string Name, string Version, string Id, string? Source, string ManifestPath, string Edition,
    IReadOnlyList<CargoTarget> Targets, IReadOnlyDictionary<string, IReadOnlyList<string>> Features,
    string? Description, string? License, string? Repository, string? RustVersion)
{
    public bool IsLocal => Source is null;

    public string Directory => Path.GetDirectoryName(ManifestPath)!;

    public bool HasBuildScript => Targets.Any(target => target.Kind.Contains("custom-build"));

    /// <summary>Whether it has the library of that name, as Rust code writes it.</summary>
    public bool IsLibrary(string crateName) => Targets.Any(target => target.Kind.Contains("lib") && target.CrateName == crateName);

    /// <summary>The library that other crates use.</summary>
    /// <exception cref="FerrobindException">There is none, or it is one that cannot be called.</exception>
    public CargoTarget Library
    {
        get
        {
            if (Targets.Any(target => target.Kind.Contains("proc-macro")))
            {
                throw ReadFailures.ProcMacro(Name);
            }

            var library = Targets.FirstOrDefault(
                    target => target.Kind.Any(kind => kind is "lib" or "rlib" or "dylib" or "cdylib" or "staticlib"))
                ?? throw ReadFailures.NotALibrary(Name, ManifestPath);
            return library.CrateTypes.Any(type => type is "lib" or "rlib" or "dylib")
                ? library
                : throw ReadFailures.NotForRust(Name, ManifestPath, string.Join(" and ", library.CrateTypes));
        }
    }
}

/// <param name="Name">As code names it: for a library with underscores, not hyphens.</param>
/// <param name="Kind"><c>lib</c>, <c>cdylib</c>, <c>proc-macro</c>, <c>bin</c>, <c>custom-build</c>…</param>
public sealed record CargoTarget(
    string Name, IReadOnlyList<string> Kind, IReadOnlyList<string> CrateTypes, string SrcPath, string Edition)
{
    /// <summary>The crate's name in Rust code, and the stem of its rustdoc JSON.</summary>
    [JsonIgnore]
    public string CrateName => Name.Replace('-', '_');
}
