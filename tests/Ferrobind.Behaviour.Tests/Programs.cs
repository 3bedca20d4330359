using System.Collections.Concurrent;

namespace Ferrobind.Behaviour.Tests;

/// <summary>What C# is compiled by.</summary>
public enum CSharp
{
    Jit,
    Aot,
}

/// <summary>The Go and C# programs of <c>tests/behaviour</c> and <c>tests/hostile</c>, each built once in each mode.</summary>
internal static class Programs
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> _built = new();

    /// <summary>The Go program's test executable.</summary>
    /// <param name="findsRaces">With Go's race detector.</param>
    public static Task<string> GoAsync(string version, string mode, string name = "behaviour", bool findsRaces = false) =>
        OnceAsync($"{name}-go-{version}-{mode}{(findsRaces ? "-race" : "")}", async output =>
        {
            var program = Path.Combine(output, name + ".test");
            string[] tags = mode is "dynamic" or "pure" ? [] : ["-tags", $"ferrobind_{mode}"];
            string[] race = findsRaces ? ["-race"] : [];
            var directory = Path.Combine(Repository.Program(name), "go");
            var settings = new Dictionary<string, string?> { ["CGO_ENABLED"] = mode == "pure" ? "0" : null };
            (await Run.GoAsync(version, directory, settings, ["test", "-c", "-vet=off", .. tags, .. race, "-o", program, "."])).Succeeded();
            return program;
        });

    /// <summary>The C# program's executable.</summary>
    public static Task<string> CSharpAsync(CSharp compiler, string mode, string name = "behaviour") =>
        OnceAsync($"{name}-csharp-{compiler}-{mode}", async output =>
        {
            string[] command = compiler == CSharp.Aot ? ["publish", "-p:PublishAot=true"] : ["build"];
            (await Run.ProgramAsync("dotnet", Repository.Output,
            [
                .. command, Path.Combine(Repository.Program(name), "csharp"), "--artifacts-path", output + "-build", "-o", output,
                $"-p:FerrobindLink={mode}", "-v", "quiet",
            ])).Succeeded();
            // Not the name of the bindings' own assembly.
            return Path.Combine(output, name == "direct" ? "DirectCalls" : char.ToUpperInvariant(name[0]) + name[1..]);
        });

    private static Task<string> OnceAsync(string name, Func<string, Task<string>> build) => _built.GetOrAdd(name, _ => new(async () =>
    {
        Run.Say($"building {name}");
        var output = Path.Combine(Repository.Output, "programs", name);
        Directory.CreateDirectory(output);
        return await build(output);
    })).Value;
}
