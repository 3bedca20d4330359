using System.Text.Json;
using Ferrobind.Diagnostics;

namespace Ferrobind.Build;

/// <summary>
/// Runs cargo as the user would, in the user's directory, so that its configuration (registries, <c>RUSTFLAGS</c>, the
/// toolchain) holds for Ferrobind as well.
/// </summary>
/// <param name="WorkingDirectory">Decides which <c>.cargo/config.toml</c> and <c>rust-toolchain.toml</c> apply.</param>
/// <param name="Log">Told what cargo prints.</param>
public sealed record Cargo(string WorkingDirectory, IToolLog Log)
{
    /// <summary>Given to every command: <c>--offline</c>, <c>--locked</c>.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>
    /// What the user called the crate that all this is about, for messages; null: the manifest's directory.
    /// </summary>
    public string? Subject { get; init; }

    /// <summary>Where all this is about several crates: their names. A failure is about the one that cargo names first.</summary>
    public IReadOnlyList<string> Among { get; init; } = [];

    /// <summary>
    /// All packages that take part, resolved. Downloads what is missing, and writes Cargo.lock if there is none.
    /// </summary>
    /// <param name="manifestPath">A Cargo.toml.</param>
    /// <param name="dependencies">False: only the manifest's own workspace, without resolving; fast, and needs no
    /// registry.</param>
    public async Task<CargoMetadata> MetadataAsync(
        string manifestPath, CancellationToken cancellation, bool dependencies = true)
    {
        if (!File.Exists(manifestPath))
        {
            throw ReadFailures.NoCrateAt(Path.GetDirectoryName(Path.GetFullPath(manifestPath))!);
        }

        string[] arguments = ["metadata", "--format-version=1", "--manifest-path", manifestPath, .. Options];
        var result = await Tool()
            .RunAsync(dependencies ? arguments : [.. arguments, "--no-deps"], cancellation).ConfigureAwait(false);
        return result.Succeeded
            ? JsonSerializer.Deserialize(result.Output, CargoJson.Default.CargoMetadata)!
            : throw CargoFailure.From(CargoFailure.Named(result.Text, Among) ?? Subject ?? DirectoryName(manifestPath), "cargo metadata", result.Text);
    }

    /// <summary>
    /// Has rustdoc describe one package of a bridge's dependencies. Its features are those that the bridge asks for.
    /// </summary>
    /// <param name="bridgeManifest">The bridge's Cargo.toml.</param>
    /// <param name="package">From <see cref="MetadataAsync"/> of that manifest.</param>
    /// <param name="targetDirectory">Cargo's target directory.</param>
    /// <param name="release">As for the build: a crate may offer more where debug assertions are on. Build scripts and
    /// procedural macros are then also compiled only once.</param>
    /// <returns>Full path of the JSON. Another version of the same crate would be written to the same path: read it
    /// first.</returns>
    public async Task<string> RustdocJsonAsync(
        string bridgeManifest, CargoPackage package, string targetDirectory, CancellationToken cancellation,
        bool release = true)
    {
        var library = package.Library;
        var tool = Tool() with
        {
            Environment = new Dictionary<string, string?>
            {
                ["RUSTDOC"] = RustdocWrapper.Write(targetDirectory),
                [RustdocWrapper.Inner] = Environment.GetEnvironmentVariable("RUSTDOC"),
            },
        };
        var result = await tool.RunAsync(
            [
                "rustdoc", "--manifest-path", bridgeManifest, "--package", package.Id, "--lib",
                "--target-dir", targetDirectory, .. Profile(release), .. Options,
                "--", "-Z", "unstable-options", "--output-format", "json", "--cap-lints", "allow",
            ],
            cancellation).ConfigureAwait(false);
        return result.Succeeded
            ? NewestDocument(targetDirectory, $"{library.CrateName}.json")
                ?? throw BuildFailures.NoArtifact("rustdoc JSON", bridgeManifest)
            : throw CargoFailure.From(package.Name, "cargo rustdoc", result.Text);
    }

    /// <summary>
    /// Builds the bridge's libraries. Errors in the bridge itself are returned; those in other crates throw.
    /// </summary>
    /// <param name="bridgeManifest">The bridge's Cargo.toml, a workspace of its own.</param>
    /// <param name="targetDirectory">Cargo's target directory.</param>
    /// <param name="sharedName">The shared library's SONAME: the file name that programs will look for; null to leave
    /// it to the linker.</param>
    public async Task<BridgeBuild> BuildAsync(
        string bridgeManifest, string targetDirectory, string? sharedName, CancellationToken cancellation,
        bool release = true)
    {
        // `cargo rustc` gives these to the last compiler run alone, beside the user's RUSTFLAGS, not in place of them.
        // Cargo keeps
        // what the compiler printed and repeats it when there is nothing to build, so the note about libraries is
        // always there.
        List<string> compiler = ["--print=native-static-libs"];
        if (sharedName is not null && OperatingSystem.IsLinux())
        {
            compiler.Add($"-Clink-arg=-Wl,-soname,{sharedName}");
        }

        return await CompileAsync("rustc", bridgeManifest, targetDirectory, release, compiler, cancellation)
            .ConfigureAwait(false);
    }

    /// <summary>Type-checks a bridge, or a probe crate, without generating code. Errors in it are returned.</summary>
    public Task<BridgeBuild> CheckAsync(
        string bridgeManifest, string targetDirectory, CancellationToken cancellation, bool release = true) =>
        CompileAsync("check", bridgeManifest, targetDirectory, release, [], cancellation);

    private async Task<BridgeBuild> CompileAsync(
        string command, string bridgeManifest, string targetDirectory, bool release, List<string> compiler,
        CancellationToken cancellation)
    {
        var manifest = Path.GetFullPath(bridgeManifest);
        var output = new CargoOutput(Log);
        List<string> arguments =
        [
            command, "--manifest-path", manifest, "--lib", "--target-dir", targetDirectory, "--message-format=json",
            .. Profile(release), .. Options,
        ];
        if (compiler.Count > 0)
        {
            arguments.AddRange(["--", .. compiler]);
        }

        var tool = Tool() with { OnOutput = output.Add };
        var result = await tool.RunAsync(arguments, cancellation).ConfigureAwait(false);
        var text = $"{result.Error}{output.Text}".TrimEnd();
        var own = output.Errors.Where(error => error.ManifestPath == manifest).ToArray();
        if (output.Errors.Any(error => error.Text.StartsWith("linker `", StringComparison.Ordinal)
            && error.Text.EndsWith("` not found", StringComparison.Ordinal)))
        {
            throw ToolchainFailures.Missing("The linker", KnownPrograms.Gcc.NeededFor, KnownPrograms.Gcc.HowToGet);
        }

        if (!result.Succeeded && own.Length == 0)
        {
            var about = output.Errors.Count > 0 ? DirectoryName(output.Errors[0].ManifestPath) : Subject ?? DirectoryName(manifest);
            throw CargoFailure.From(about, $"cargo {command}", text);
        }

        string? Artifact(params string[] suffixes) => output.Artifacts
            .Where(artifact => artifact.ManifestPath == manifest)
            .Select(artifact => artifact.File)
            .FirstOrDefault(file => suffixes.Any(suffix => file.EndsWith(suffix, StringComparison.Ordinal)));
        var shared = Artifact(".so", ".dylib", ".dll");
        var archive = Artifact(".a", ".lib");
        if (archive is not null
            && ArArchive.MemberNames(archive).Any(name => name.StartsWith("panic_abort-", StringComparison.Ordinal)))
        {
            throw BuildFailures.PanicAbort(Path.GetFileName(archive));
        }

        var depInfo = (shared ?? archive) is { } library ? Path.ChangeExtension(library, ".d") : null;
        return new BridgeBuild(
            manifest, result.Succeeded, shared, archive, File.Exists(depInfo) ? depInfo : null, output.SystemLibraries,
            output.BuildScripts, own, text);
    }

    /// <summary>In <c>doc</c>, or in <c>TRIPLE/doc</c> where cargo is configured with <c>build.target</c>.</summary>
    private static string? NewestDocument(string targetDirectory, string file) =>
        Directory.EnumerateDirectories(Path.GetFullPath(targetDirectory))
            .SelectMany(directory => new[] { Path.Combine(directory, file), Path.Combine(directory, "doc", file) })
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == "doc" && File.Exists(path))
            .MaxBy(File.GetLastWriteTimeUtc);

    private static string[] Profile(bool release) => release ? ["--release"] : [];

    private Tool Tool() => new(KnownPrograms.Cargo, WorkingDirectory, Log);

    private static string DirectoryName(string manifest) =>
        Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(manifest))) ?? manifest;
}
