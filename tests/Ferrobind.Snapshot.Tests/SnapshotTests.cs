using System.Collections.Immutable;
using Ferrobind.Emit;
using Ferrobind.Emit.C;
using Ferrobind.Emit.CSharp;
using Ferrobind.Emit.Go;
using Ferrobind.Emit.Rust;
using Ferrobind.Pipeline;
using Ferrobind.Pipeline.Progress;
using Ferrobind.Plan;
using Xunit;

namespace Ferrobind.Snapshot.Tests;

/// <summary>
/// The plan and the output of small crates, whole: every change of either shows in a review. Support sources, which
/// are the same in every output, are left out; the projects have them.
/// </summary>
public sealed class SnapshotTests
{
    private static readonly BuiltLibrary Library = new(
        new Platform("x86_64-unknown-linux-gnu", "linux", "amd64", "linux-x64"),
        "libX_fb.so", new string('0', 64), "libX_fb.a", new string('1', 64), ["gcc_s", "c"], LinkMode.Dynamic);

    [Theory]
    [InlineData("basics", "tests/fixtures/basics")]
    [InlineData("names", "tests/fixtures/names")]
    [InlineData("hello-c", "samples/hello-c")]
    [InlineData("pair", "tests/fixtures/pair/shapes", "tests/fixtures/pair/drawing")]
    public async Task Plan_and_output_are_as_kept(string name, params string[] crates)
    {
        var plan = await PlanOf(crates);
        CrateDependency[] dependencies =
        [
            .. crates.Select(crate => new PathDependency(Path.GetFileName(crate), "/crates/" + Path.GetFileName(crate), [])),
        ];
        var bridge = RustEmitter.Emit(plan, dependencies);

        Snapshot.Verify(name, Files());

        IEnumerable<(string, string)> Files()
        {
            yield return ("plan.txt", string.Join('\n', plan.Crates.Select(PlanText.Of)));
            foreach (var file in bridge.Files.Where(f => !f.Path.StartsWith("src/runtime/", StringComparison.Ordinal)))
                yield return Kept("rust", file);
            foreach (var file in HeaderEmitter.Emit(plan))
                yield return Kept("c", file);
            foreach (var file in GoEmitter.Emit(plan, Library).Where(f => f.Path.EndsWith(".go", StringComparison.Ordinal)))
                yield return Kept("go", file);
            foreach (var file in CSharpEmitter.Emit(plan, Library).Where(f => !$"/{f.Path}".Contains("/Interop/", StringComparison.Ordinal)))
                yield return Kept("csharp", file);
        }
    }

    /// <summary>As if all of it were proved, and some of it brief.</summary>
    [Fact]
    public async Task A_program_without_cgo_has_what_is_kept()
    {
        var plan = await PlanOf("tests/fixtures/basics");
        var twins = plan.Crates[0].Exports.Where(e => e.HasDirectTwin).ToArray();
        var library = Library with
        {
            Direct = twins.Where(e => e.Parameters.Any(p => p.Form.IsMemory)).ToImmutableSortedDictionary(
                e => e.DirectSymbol, DirectVerdict (e) => new ProvenDirect(e.DirectSymbol, 40, 20, 900, DirectLoops.Views, 100, -1, 0)),
            Pure = twins.ToImmutableSortedDictionary(e => e.DirectSymbol, PureVerdict (e) => new ProvenPure(e.DirectSymbol, 40, 80)),
        };
        Snapshot.Verify("pure", GoEmitter.Emit(plan, library)
            .Where(file => file.Text.Contains("//go:build !cgo", StringComparison.Ordinal) || file.Path is "doc.go" or "link_unsupported.go")
            .Select(file => Kept("go", file)));
    }

    // The name ends in .txt: nobody compiles or formats it.
    private static (string, string) Kept(string language, GeneratedFile file) =>
        ($"{language}/{file.Path}.txt", file.Text);

    private static Task<LibraryPlan> PlanOf(params IEnumerable<string> crates) => Binder.InspectAsync(
        new BindRequest
        {
            Crates = [.. crates.Select(crate => new PathCrate(Path.Combine(Repository.Root, crate)))],
            WorkingDirectory = Repository.Root,
            TargetDirectory = Path.Combine(Repository.Root, "artifacts", "tmp", "snapshots"),
        },
        new Silent(), TestContext.Current.CancellationToken);

    private sealed class Silent : IRunReporter
    {
        public void StepStarted(string title) { }

        public void StepFinished(string title, string? result) { }

        public void ToolLine(string tool, string line) { }

        public void Warning(string message) { }
    }
}
