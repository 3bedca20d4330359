using System.Collections.Concurrent;

namespace Ferrobind.Behaviour.Tests;

/// <summary>What C# is compiled by.</summary>
public enum CSharp
{
    Jit,
    Aot,
}

/// <summary>The two programs, built once in each mode.</summary>
internal static class Programs
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> _built = new();

    /// <summary>The Go program's test executable.</summary>
    public static Task<string> GoAsync(string version, string mode) => OnceAsync($"go-{version}-{mode}", async output =>
    {
        var program = Path.Combine(output, "behaviour.test");
        string[] tags = mode == "static" ? ["-tags", "ferrobind_static"] : [];
        (await Run.GoAsync(version, Path.Combine(Repository.Programs, "go"), ["test", "-c", "-vet=off", .. tags, "-o", program, "."]))
            .Succeeded();
        return program;
    });

    /// <summary>The C# program's executable.</summary>
    public static Task<string> CSharpAsync(CSharp compiler, string mode) => OnceAsync($"csharp-{compiler}-{mode}", async output =>
    {
        string[] command = compiler == CSharp.Aot ? ["publish", "-p:PublishAot=true"] : ["build"];
        (await Run.ProgramAsync("dotnet", Repository.Output,
        [
            .. command, Path.Combine(Repository.Programs, "csharp"), "--artifacts-path", output + "-build", "-o", output,
            $"-p:FerrobindLink={mode}", "-v", "quiet",
        ])).Succeeded();
        return Path.Combine(output, "Behaviour");
    });

    private static Task<string> OnceAsync(string name, Func<string, Task<string>> build) => _built.GetOrAdd(name, _ => new(async () =>
    {
        Run.Say($"building {name}");
        var output = Path.Combine(Repository.Output, "programs", name);
        Directory.CreateDirectory(output);
        return await build(output);
    })).Value;
}
