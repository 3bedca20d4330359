namespace Ferrobind.Build;

/// <summary>The files on which a build of local crates depends. Crates from a registry do not change.</summary>
public static class CargoInputs
{
    private static readonly string[] Settings =
        [".cargo/config.toml", ".cargo/config", "rust-toolchain.toml", "rust-toolchain", "ferrobind.toml"];

    /// <summary>
    /// Full paths, sorted; the generated bridge is not among them. Some need not exist: a configuration file that
    /// appears counts as
    /// a change. A path may be a directory that a build script watches, or the package of one that does not say what it
    /// watches.
    /// </summary>
    /// <param name="metadata">Of the bridge.</param>
    /// <param name="build">What building it left.</param>
    /// <param name="directories">Where cargo runs, and where the crates are; configuration is looked for from there upwards.</param>
    public static IReadOnlyList<string> Of(CargoMetadata metadata, BridgeBuild build, params ReadOnlySpan<string> directories)
    {
        var bridge = Path.TrimEndingDirectorySeparator(metadata.WorkspaceRoot) + Path.DirectorySeparatorChar;
        var local = metadata.Packages.Where(package => package.IsLocal && package.ManifestPath != build.Manifest).ToArray();
        var manifests = local.SelectMany(package => Ancestors(package.Directory))
            .SelectMany(directory => new[] { Path.Combine(directory, "Cargo.toml"), Path.Combine(directory, "Cargo.lock") });
        var settings = directories.ToArray().SelectMany(Ancestors).SelectMany(directory => Settings.Select(name => Path.Combine(directory, name)))
            .Concat(CargoHome is { } home ? [Path.Combine(home, "config.toml"), Path.Combine(home, "config")] : []);
        var unwatched = local
            .Where(package => build.BuildScripts.Any(script => script.PackageId == package.Id && !script.WatchesPaths))
            .Select(package => package.Directory);
        return
        [
            .. (build.DepInfo is { } depInfo ? DepInfo.Read(depInfo) : [])
                .Concat(manifests).Concat(settings).Concat(unwatched)
                .Select(Path.GetFullPath)
                .Where(path => !path.StartsWith(bridge, StringComparison.Ordinal))
                .Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private static string? CargoHome =>
        Environment.GetEnvironmentVariable("CARGO_HOME") is { Length: > 0 } home ? home
        : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } user ? Path.Combine(user, ".cargo")
        : null;

    private static IEnumerable<string> Ancestors(string directory)
    {
        for (var at = Path.GetFullPath(directory); at is not null; at = Path.GetDirectoryName(at))
        {
            yield return at;
        }
    }
}
