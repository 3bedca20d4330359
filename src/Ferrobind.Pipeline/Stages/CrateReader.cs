using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Build;
using Ferrobind.Emit.Rust;
using Ferrobind.Pipeline.Progress;
using Ferrobind.Planning.Naming;
using Ferrobind.Rustdoc;

namespace Ferrobind.Pipeline.Stages;

/// <summary>A crate that has been read.</summary>
/// <param name="Metadata">Of the bridge, with the crate and all that it depends on.</param>
internal sealed record ReadCrate(CrateApi Api, CargoMetadata Metadata);

/// <summary>
/// Reads a crate's API as the bridge sees it: rustdoc documents it as the bridge's dependency, with the features that
/// the bridge asks for, and so documents the crate that will be built.
/// </summary>
internal static class CrateReader
{
    public static async Task<ReadCrate> ReadAsync(
        CrateLocation location, Toolchain toolchain, StepClock clock, CancellationToken cancellation)
    {
        var (cargo, work) = (location.Cargo, location.Work);
        clock.OwnStep("prepare the bridge", () =>
        {
            WriteSkeleton(location);
            return true;
        });
        var metadata = await clock.ToolStep(
            "cargo", $"Resolving {location.Dependency.Package}",
            () => cargo.MetadataAsync(work.Manifest, cancellation),
            found => Package(found, location) is var package ? package.Version : null).ConfigureAwait(false);
        var package = Package(metadata, location);
        _ = package.Library;

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

        return new ReadCrate(reading.Api with { Version = package.Version }, metadata);
    }

    private static void WriteSkeleton(CrateLocation location)
    {
        var (work, dependency) = (location.Work, location.Dependency);
        work.Write("Cargo.toml", CargoManifest.Emit(PackageNames.LibraryName(dependency.Package), dependency).Text);
        if (!File.Exists(Path.Combine(work.Bridge, "src", "lib.rs")))
            work.Write("src/lib.rs", "");

        // The versions that the crate is built with at home; cargo adds the bridge and drops what it does not need.
        if (location.LockFile is { } lockFile)
            File.Copy(lockFile, Path.Combine(work.Bridge, "Cargo.lock"), overwrite: true);
    }

    private static CargoPackage Package(CargoMetadata metadata, CrateLocation location) =>
        metadata.DependenciesOf(location.Work.Manifest).First(p => p.Name == location.Dependency.Package);

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
            .Where(crate => !crate.IsWhole && !known.ContainsKey(crate.Name))
            .Select(crate => metadata.Packages.Where(p => HasLibrary(p, crate.Name)).ToArray())
            .Where(found => found.Length == 1)
            .Select(found => found[0]);

    private static bool HasLibrary(CargoPackage package, string crateName) =>
        package.Targets.Any(t => t.Kind.Contains("lib") && t.CrateName == crateName);
}
