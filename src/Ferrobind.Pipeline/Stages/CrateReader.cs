using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Build;
using Ferrobind.Emit.Rust;
using Ferrobind.Pipeline.Progress;
using Ferrobind.Planning.Naming;
using Ferrobind.Rustdoc;

namespace Ferrobind.Pipeline.Stages;

/// <summary>The crates of a library that have been read, in its order.</summary>
/// <param name="Metadata">Of the bridge, with the crates and all that they depend on.</param>
/// <param name="Dependencies">How the bridge finds the crates, and those whose types they mention.</param>
internal sealed record ReadCrates(ImmutableArray<CrateApi> Apis, CargoMetadata Metadata, CrateDependency[] Dependencies)
{
    /// <summary>The dependencies, and a crate that the bridge names itself.</summary>
    public CrateDependency[] DependenciesWith(string? crate) =>
    [
        .. Dependencies,
        .. Metadata.Packages.Where(package => crate is not null && package.IsLibrary(crate) && !Dependencies.Any(d => d.Package == package.Name))
            .Take(1).Select(Dependency),
    ];

    /// <summary>A package that is there already: the very version, and no feature that nobody else asks for.</summary>
    public static CrateDependency Dependency(CargoPackage package) => package.IsLocal
        ? new PathDependency(package.Name, package.Directory, [], DefaultFeatures: false)
        : new RegistryDependency(package.Name, "=" + package.Version.Split('+')[0], [], DefaultFeatures: false);
}

/// <summary>
/// Reads the crates' APIs as the bridge sees them: rustdoc documents each as the bridge's dependency, with the features that
/// the bridge asks for, and so documents the crate that will be built.
/// </summary>
internal static class CrateReader
{
    public static async Task<ReadCrates> ReadAsync(
        LibraryLocation location, Toolchain toolchain, StepClock clock, CancellationToken cancellation)
    {
        var (cargo, work) = (location.Cargo, location.Work);
        clock.OwnStep("prepare the bridge", () =>
        {
            WriteSkeleton(location);
            return true;
        });
        var metadata = await clock.ToolStep(
            "cargo", $"Resolving {string.Join(", ", location.Crates.Select(crate => crate.Name))}",
            () => cargo.MetadataAsync(work.Manifest, cancellation),
            found => string.Join(", ", location.Crates.Select(crate => Package(found, location, crate).Version))).ConfigureAwait(false);
        var packages = location.Crates.Select(crate => Package(metadata, location, crate)).ToArray();
        foreach (var package in packages)
            _ = package.Library;

        var apis = ImmutableArray.CreateBuilder<CrateApi>();
        foreach (var package in packages)
            apis.Add(await ReadAsync(package, metadata, location, toolchain, clock, cancellation).ConfigureAwait(false));
        WarnOfNewFormat(apis, toolchain, clock);
        return new ReadCrates(apis.ToImmutable(), metadata, [.. location.Dependencies, .. Mentioned(apis, location, metadata)]);
    }

    // A type of another crate has that crate's path, so the bridge depends on it, too.
    private static IEnumerable<CrateDependency> Mentioned(IEnumerable<CrateApi> apis, LibraryLocation location, CargoMetadata metadata) =>
        from crate in apis.SelectMany(api => api.Items.Select(item => item.Path.Split("::")[0]).Where(name => name != api.Name)).Distinct()
        from package in metadata.Packages.Where(package => package.IsLibrary(crate))
        where !location.Crates.Any(bound => bound.Name == package.Name)
        orderby package.Name
        select ReadCrates.Dependency(package);

    // All are of one rustdoc.
    private static void WarnOfNewFormat(IEnumerable<CrateApi> apis, Toolchain toolchain, StepClock clock)
    {
        if (apis.FirstOrDefault(api => api.FormatVersion > RustdocReader.NewestFormat) is { FormatVersion: var version })
        {
            clock.Warn($"rustc {toolchain.Version} writes rustdoc JSON of version {version}, newer than {RustdocReader.NewestFormat}, the "
                + "newest that is known. It could be read; an item of a kind that is new is skipped.");
        }
    }

    private static async Task<CrateApi> ReadAsync(
        CargoPackage package, CargoMetadata metadata, LibraryLocation location, Toolchain toolchain, StepClock clock,
        CancellationToken cancellation)
    {
        var (cargo, work) = (location.Cargo, location.Work);
        var document = await Document(cargo, work, package, clock, cancellation).ConfigureAwait(false);
        var options = new RustdocReadOptions
        {
            FileName = $"the rustdoc JSON of {package.Name}",
            Toolchain = "rustc " + toolchain.Version,
            AllowNewer = true,
        };
        var reading = clock.OwnStep("read", () => RustdocReader.Read(document, options));

        // Re-exports lead to other crates, and those may lead on; each round reads what the last one found missing.
        var dependencies = ImmutableDictionary<string, ReadOnlyMemory<byte>>.Empty;
        while (Wanted(reading, metadata, dependencies).ToArray() is { Length: > 0 } wanted)
        {
            foreach (var dependency in wanted)
            {
                dependencies = dependencies.Add(
                    dependency.Library.CrateName,
                    await Document(cargo, work, dependency, clock, cancellation).ConfigureAwait(false));
            }

            reading = clock.OwnStep(
                "read", () => RustdocReader.Read(document, options with { Dependencies = dependencies }));
        }

        return reading.Api with { Version = package.Version };
    }

    private static void WriteSkeleton(LibraryLocation location)
    {
        var work = location.Work;
        work.Write("Cargo.toml", CargoManifest.Emit(PackageNames.LibraryName(location.Name), location.Dependencies).Text);
        if (!File.Exists(Path.Combine(work.Bridge, "src", "lib.rs")))
            work.Write("src/lib.rs", "");

        // The versions that the crates are built with at home; cargo adds the bridge and drops what it does not need.
        if (location.LockFile is { } lockFile)
            File.Copy(lockFile, Path.Combine(work.Bridge, "Cargo.lock"), overwrite: true);
    }

    private static CargoPackage Package(CargoMetadata metadata, LibraryLocation location, LocatedCrate crate) =>
        metadata.DependenciesOf(location.Work.Manifest).First(p => p.Name == crate.Name);

    private static async Task<byte[]> Document(
        Cargo cargo, WorkDirectory work, CargoPackage package, StepClock clock, CancellationToken cancellation)
    {
        var file = await clock.ToolStep(
            "cargo", $"Reading {package.Name} {package.Version}",
            () => cargo.RustdocJsonAsync(work.Manifest, package, work.CargoTarget, cancellation),
            _ => null).ConfigureAwait(false);
        return await File.ReadAllBytesAsync(file, cancellation).ConfigureAwait(false);
    }

    // A whole crate that is re-exported to share its version is not part of this one's API. Two versions of one crate
    // cannot be told apart by name, so neither is read.
    private static IEnumerable<CargoPackage> Wanted(
        RustdocReading reading, CargoMetadata metadata, ImmutableDictionary<string, ReadOnlyMemory<byte>> known) =>
        reading.ForeignCrates
            .Where(crate => crate.Use is not ForeignUse.Whole && !known.ContainsKey(crate.Name))
            .Select(crate => (crate.Use, Packages: metadata.Packages.Where(p => p.IsLibrary(crate.Name)).ToArray()))
            .Where(found => found.Packages.Length == 1 && (found.Use is ForeignUse.Export || IsNameable(found.Packages[0])))
            .Select(found => found.Packages[0]);

    // The bridge could say where a crate is that is neither on this machine nor in the registry, but not with which credentials.
    private static bool IsNameable(CargoPackage package) =>
        package.IsLocal || package.Source!.EndsWith("/crates.io-index", StringComparison.Ordinal);
}
