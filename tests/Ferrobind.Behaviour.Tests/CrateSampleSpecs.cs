using System.Collections.Concurrent;

namespace Ferrobind.Behaviour.Tests;

/// <summary>The programs of <c>samples/crates</c>, which call real crates: Go and C# print the same, in every mode.</summary>
public sealed class CrateSampleSpecs : IAsyncLifetime
{
    private static readonly string[] _crates =
    [
        "fastrand@2", "handlebars@5", "indexmap@2", "regex@1", "roxmltree@0.20", "rust_decimal@1", "semver@1", "similar@2", "unicode-segmentation@1", "url@2", "walkdir@2",
    ];

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> _bound = new();

    private static readonly Lazy<Task<Ran>> _available =
        new(() => Run.ProgramAsync(Path.Combine(Repository.Root, "eng", "crates.sh"), Repository.Root, _crates));

    public static TheoryData<string> Crates => [.. _crates];

    public async ValueTask InitializeAsync()
    {
        var available = await _available.Value;
        Assert.SkipUnless(available.ExitCode == 0, $"the crates can be had neither from crates.io nor from Debian: {available.Error}");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Every_sample_is_tested() =>
        Assert.Equal(
            _crates.Select(Name),
            Directory.GetDirectories(Samples.Source("crates")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Crates))]
    public async Task Go_calls_it_dynamically(string crate) => Assert.Equal(Expected(crate), await GoAsync(crate, "dynamic"));

    [Theory]
    [MemberData(nameof(Crates))]
    public async Task Go_calls_it_statically(string crate) => Assert.Equal(Expected(crate), await GoAsync(crate, "static"));

    [Theory]
    [MemberData(nameof(Crates))]
    public async Task CSharp_calls_it(string crate)
    {
        var sample = await BoundAsync(crate);
        await DotnetAsync("build", Path.Combine(sample, "csharp"), "-o", Path.Combine(sample, "jit"));
        Assert.Equal(Expected(crate), await CSharpAsync(sample, "jit"));
    }

    [Theory]
    [MemberData(nameof(Crates))]
    public Task CSharp_calls_it_dynamically_ahead_of_time(string crate) => AheadOfTimeAsync(crate, "dynamic");

    [Theory]
    [MemberData(nameof(Crates))]
    public Task CSharp_calls_it_statically_ahead_of_time(string crate) => AheadOfTimeAsync(crate, "static");

    private static async Task AheadOfTimeAsync(string crate, string mode)
    {
        var sample = await BoundAsync(crate);
        await DotnetAsync(
            "publish", Path.Combine(sample, "csharp"), "-o", Path.Combine(sample, mode), "-p:PublishAot=true", $"-p:FerrobindLink={mode}");
        Assert.Equal(Expected(crate), await CSharpAsync(sample, mode));
    }

    [Fact]
    public async Task The_first_sample_runs_as_the_README_says()
    {
        var sample = Samples.Copied("first", Samples.Isolated(Path.Combine(Repository.Output, "crates")));
        var expected = File.ReadAllText(Path.Combine(sample, "expected.txt"));
        (await Run.ProgramAsync(Repository.Ferrobind, sample, ["bind", "semver@1", "--quiet"])).Succeeded();
        Assert.Equal(expected, (await Run.GoAsync("1.27", sample, "run", "-C", "go", ".")).Succeeded().Output);
        Assert.Equal(expected, (await Run.ProgramAsync("dotnet", sample, ["run", "--project", "csharp"])).Succeeded().Output);
    }

    private static async Task<string> GoAsync(string crate, string mode)
    {
        var sample = await BoundAsync(crate);
        var program = Path.Combine(sample, $"go-{mode}");
        (await Run.GoAsync("1.27", Path.Combine(sample, "go"), "build", "-tags", $"ferrobind_{mode}", "-o", program, ".")).Succeeded();
        return await Samples.OutputAsync(program);
    }

    private static async Task DotnetAsync(params string[] arguments) =>
        (await Run.ProgramAsync("dotnet", [.. arguments, "-v", "quiet"])).Succeeded();

    private static Task<string> CSharpAsync(string sample, string output)
    {
        var project = Directory.GetFiles(Path.Combine(sample, "csharp"), "*.csproj").Single();
        return Samples.OutputAsync(Path.Combine(sample, output, Path.GetFileNameWithoutExtension(project)));
    }

    // As a user binds it, in the directory above the programs. What dotnet built in an earlier run stays.
    private static Task<string> BoundAsync(string crate) => _bound.GetOrAdd(crate, _ => new(async () =>
    {
        Run.Say($"binding {crate}");
        var sample = Samples.Copied($"crates/{Name(crate)}", Samples.Isolated(Path.Combine(Repository.Output, "crates")));
        (await Run.ProgramAsync(Repository.Ferrobind, sample, ["bind", crate, "--force", "--quiet"])).Succeeded();
        return sample;
    })).Value;

    private static string Expected(string crate) => File.ReadAllText(Path.Combine(Samples.Source($"crates/{Name(crate)}"), "expected.txt"));

    private static string Name(string crate) => crate.Split('@')[0];
}
