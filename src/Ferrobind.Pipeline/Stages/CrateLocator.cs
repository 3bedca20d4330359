using Ferrobind.Build;
using Ferrobind.Diagnostics;
using Ferrobind.Emit.Rust;
using Ferrobind.Pipeline.Configuration;

namespace Ferrobind.Pipeline.Stages;

/// <summary>Finds a crate: on disk by its manifest, or by name in the registry that cargo uses.</summary>
internal static class CrateLocator
{
    public static Task<CrateLocation> LocateAsync(BindRequest request, IToolLog log, CancellationToken cancellation) =>
        request.Crate switch
        {
            PathCrate path => LocalAsync(request, path.Path, log, cancellation),
            RegistryCrate crate => Task.FromResult(Registry(request, crate, log)),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Crate, "not a crate source"),
        };

    private static async Task<CrateLocation> LocalAsync(
        BindRequest request, string path, IToolLog log, CancellationToken cancellation)
    {
        var full = Path.GetFullPath(path, request.WorkingDirectory);
        var manifest = Path.GetFileName(full) == "Cargo.toml" ? full : Path.Combine(full, "Cargo.toml");
        var directory = Path.GetDirectoryName(manifest)!;
        if (!File.Exists(manifest))
            throw ReadFailures.NoCrateAt(directory);

        // Cargo runs in the crate's directory, as its author runs it: configuration and toolchain are found from there.
        var cargo = new Cargo(directory, log) { Subject = Path.GetFileName(directory) };
        var metadata = await cargo.MetadataAsync(manifest, cancellation, dependencies: false).ConfigureAwait(false);
        var package = metadata.ByManifest(manifest) ?? throw ReadFailures.NotALibrary(directory, manifest);
        _ = package.Library;

        var completed = Complete(request, directory);
        var dependency = new PathDependency(
            package.Name, directory, [.. completed.Features.Order(StringComparer.Ordinal)], !completed.NoDefaultFeatures);
        var lockFile = Path.Combine(metadata.WorkspaceRoot, "Cargo.lock");
        var target = completed.TargetDirectory is { } chosen
            ? Path.GetFullPath(chosen, request.WorkingDirectory)
            : metadata.TargetDirectory;
        return new CrateLocation(
            completed, cargo with { Subject = package.Name }, dependency, File.Exists(lockFile) ? lockFile : null,
            WorkDirectory.Below(target, dependency));
    }

    private static CrateLocation Registry(BindRequest request, RegistryCrate crate, IToolLog log)
    {
        var completed = Complete(request, request.WorkingDirectory);
        var dependency = new RegistryDependency(
            crate.Name, Requirement(crate.Version), [.. completed.Features.Order(StringComparer.Ordinal)],
            !completed.NoDefaultFeatures);
        var target = Path.GetFullPath(
            completed.TargetDirectory ?? Environment.GetEnvironmentVariable("CARGO_TARGET_DIR") ?? "target",
            request.WorkingDirectory);
        return new CrateLocation(
            completed, new Cargo(request.WorkingDirectory, log) { Subject = crate.Name }, dependency, null,
            WorkDirectory.Below(target, dependency));
    }

    private static BindRequest Complete(BindRequest request, string directory)
    {
        var completed = ConfigurationFile.Complete(request, directory);
        NameCheck.Check(completed);
        return completed;
    }

    // A whole version is that version; a part of one, as in Cargo.toml, is the newest that fits.
    private static string Requirement(string? version) => version switch
    {
        null => "*",
        _ when char.IsAsciiDigit(version[0]) && version.Count(c => c == '.') >= 2 => "=" + version,
        _ => version,
    };
}
