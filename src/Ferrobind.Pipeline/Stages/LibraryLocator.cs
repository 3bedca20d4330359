using System.Collections.Immutable;
using Ferrobind.Build;
using Ferrobind.Emit.Rust;
using Ferrobind.Pipeline.Configuration;

namespace Ferrobind.Pipeline.Stages;

/// <summary>Finds the crates of a library, and says where its bridge is made: by a crate's own customs, or, of a bundle, by the current directory's.</summary>
internal static class LibraryLocator
{
    public static Task<LibraryLocation> LocateAsync(BindRequest request, IToolLog log, CancellationToken cancellation) =>
        request.IsBundle ? BundleAsync(Bundle(request), log, cancellation) : AloneAsync(request, log, cancellation);

    private static async Task<LibraryLocation> AloneAsync(BindRequest request, IToolLog log, CancellationToken cancellation)
    {
        var found = await CrateLocator.FindAsync(request.Crates[0], request.WorkingDirectory, log, cancellation).ConfigureAwait(false);
        var home = found.Directory ?? request.WorkingDirectory;
        var completed = ConfigurationFile.Complete(request, home);
        NameCheck.Check(completed);
        var crate = found with { Settings = SettingsOf(completed) };
        crate = crate with { Dependency = With(crate.Dependency, CrateFeatures.Of(crate.Name, crate.Settings.Features), crate.Settings) };
        var target = Target(completed, crate.TargetDirectory);

        // Cargo runs in the crate's directory, as its author runs it: configuration and toolchain are found from there.
        return new LibraryLocation(
            completed, crate.Name, new Cargo(home, log) { Subject = crate.Name }, [crate], crate.LockFile,
            WorkDirectory.Below(target, crate.Name, crate.Dependency));

        CrateSettings SettingsOf(BindRequest all) => new CrateSettings
        {
            Features = all.Features,
            NoDefaultFeatures = all.NoDefaultFeatures,
            Skip = all.Skip,
            Instantiate = all.Instantiate,
        }.Over(all.Settings.GetValueOrDefault(found.Name) ?? new CrateSettings());
    }

    private static BindRequest Bundle(BindRequest request)
    {
        // Where the current directory is that of one of the crates, its file is about that crate.
        var isOfCrate = request.Crates.OfType<PathCrate>().Any(crate =>
            CrateLocator.Manifest(crate.Path, request.WorkingDirectory) == Path.Combine(Path.GetFullPath(request.WorkingDirectory), "Cargo.toml"));
        return ConfigurationFile.Complete(request, request.WorkingDirectory, isOfCrate);
    }

    private static async Task<LibraryLocation> BundleAsync(BindRequest request, IToolLog log, CancellationToken cancellation)
    {
        NameCheck.Check(request);
        var found = await Task.WhenAll(request.Crates.Select(source =>
            CrateLocator.FindAsync(source, request.WorkingDirectory, log, cancellation))).ConfigureAwait(false);
        string[] names = [.. found.Select(crate => crate.Name)];
        var name = request.Name ?? string.Join('-', names);
        NameCheck.CheckBundle(name, names, request.Settings.Keys);

        var features = CrateFeatures.Of(names, request.Features);
        var crates = found.Select(crate => Located(crate, request, features[crate.Name])).ToImmutableArray();
        var atHome = crates.FirstOrDefault(crate => crate.Directory is not null);
        return new LibraryLocation(
            request, name, new Cargo(request.WorkingDirectory, log) { Subject = name, Among = names }, crates,
            crates.Select(crate => crate.LockFile).FirstOrDefault(file => file is not null),
            WorkDirectory.Below(Target(request, atHome?.TargetDirectory), name, [.. crates.Select(crate => crate.Dependency)]));
    }

    private static LocatedCrate Located(LocatedCrate crate, BindRequest request, ImmutableArray<string> features)
    {
        var settings = new CrateSettings
        {
            Features = features,
            NoDefaultFeatures = request.NoDefaultFeatures,
            Skip = request.Skip,
        }
            .Over(request.Settings.GetValueOrDefault(crate.Name) ?? new CrateSettings())
            .Over(crate.Directory is { } directory ? ConfigurationFile.OfCrate(directory) : new CrateSettings());
        return crate with { Settings = settings, Dependency = With(crate.Dependency, settings.Features, settings) };
    }

    private static CrateDependency With(CrateDependency dependency, IEnumerable<string> features, CrateSettings settings) =>
        dependency with { Features = [.. features.Order(StringComparer.Ordinal)], DefaultFeatures = !settings.NoDefaultFeatures };

    private static string Target(BindRequest request, string? own) => request.TargetDirectory is null && own is not null
        ? own
        : Path.GetFullPath(
            request.TargetDirectory ?? Environment.GetEnvironmentVariable("CARGO_TARGET_DIR") ?? "target", request.WorkingDirectory);
}
