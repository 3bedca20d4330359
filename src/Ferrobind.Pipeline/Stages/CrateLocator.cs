using Ferrobind.Build;
using Ferrobind.Diagnostics;
using Ferrobind.Emit.Rust;

namespace Ferrobind.Pipeline.Stages;

/// <summary>Finds a crate: on disk by its manifest, or by name in the registry that cargo uses.</summary>
internal static class CrateLocator
{
    /// <summary>The crate, without settings: nobody has said anything about it yet.</summary>
    public static Task<LocatedCrate> FindAsync(
        CrateSource source, string workingDirectory, IToolLog log, CancellationToken cancellation) => source switch
        {
            PathCrate path => LocalAsync(Manifest(path.Path, workingDirectory), log, cancellation),
            RegistryCrate crate => Task.FromResult(new LocatedCrate(
                new RegistryDependency(crate.Name, Requirement(crate.Version), []), new CrateSettings(), null, null, null)),
            _ => throw new ArgumentOutOfRangeException(nameof(source), source, "not a crate source"),
        };

    /// <summary>The manifest of a crate that is given by its directory, or by the manifest itself.</summary>
    public static string Manifest(string path, string workingDirectory)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, workingDirectory));
        return Path.GetFileName(full) == "Cargo.toml" ? full : Path.Combine(full, "Cargo.toml");
    }

    private static async Task<LocatedCrate> LocalAsync(string manifest, IToolLog log, CancellationToken cancellation)
    {
        var directory = Path.GetDirectoryName(manifest)!;
        if (!File.Exists(manifest))
            throw ReadFailures.NoCrateAt(directory);

        var cargo = new Cargo(directory, log) { Subject = Path.GetFileName(directory) };
        var metadata = await cargo.MetadataAsync(manifest, cancellation, dependencies: false).ConfigureAwait(false);
        var package = metadata.ByManifest(manifest) ?? throw ReadFailures.NotALibrary(directory, manifest);
        _ = package.Library;

        var lockFile = Path.Combine(metadata.WorkspaceRoot, "Cargo.lock");
        return new LocatedCrate(
            new PathDependency(package.Name, directory, []), new CrateSettings(), File.Exists(lockFile) ? lockFile : null,
            metadata.TargetDirectory, directory);
    }

    // A whole version is that version; a part of one, as in Cargo.toml, is the newest that fits.
    private static string Requirement(string? version) => version switch
    {
        null => "*",
        _ when char.IsAsciiDigit(version[0]) && version.Count(c => c == '.') >= 2 => "=" + version,
        _ => version,
    };
}
