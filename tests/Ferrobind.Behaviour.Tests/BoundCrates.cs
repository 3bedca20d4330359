[assembly: AssemblyFixture(typeof(Ferrobind.Behaviour.Tests.BoundCrates))]

namespace Ferrobind.Behaviour.Tests;

/// <summary>
/// The crates that the programs call, bound once for all tests: fixtures, a sample, and crates of the registry that cargo
/// is configured for, or of one that is made of Debian's packages.
/// </summary>
public sealed class BoundCrates : IAsyncLifetime
{
    public static readonly IReadOnlyList<string> FromRegistry =
        ["crc32fast@1", "hex@0.4", "memchr@2", "percent-encoding@2", "shell-words@1", "strsim@0.11", "urlencoding@2"];

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Repository.Output);
        (await Run.ProgramAsync(Path.Combine(Repository.Root, "eng", "crates.sh"), Repository.Root, FromRegistry)).Succeeded();
        await BindAsync(Repository.Fixture("basics"), "basics");
        await BindAsync(Repository.Fixture("second"), "second");
        await BindAsync(Repository.Fixture("values"), "values");
        await BindAsync(Repository.Fixture("objects"), "objects");
        await BindAsync(Repository.Fixture("others"), "others");
        await BindAsync(Repository.Fixture("generics"), "generics");
        await BindAsync(Repository.Fixture("direct"), "direct");
        await BindAsync(Path.Combine(Repository.Root, "samples", "hello-c"), "hello-c");
        foreach (var crate in FromRegistry)
            await BindAsync(crate, crate.Split('@')[0]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // Forced: what another build of the same version of Ferrobind left may be made by other code.
    private static async Task BindAsync(string crate, string name)
    {
        Run.Say($"binding {name}");
        var (go, csharp) = (Repository.Bindings(name, "go"), Repository.Bindings(name, "csharp"));
        (await Run.FerrobindAsync("bind", crate, "--force", "--go", go, "--csharp", csharp)).Succeeded();
    }
}
