using CliWrap;
using CliWrap.Buffered;

namespace Ferrobind.Behaviour.Tests;

/// <summary>A program that ran.</summary>
internal sealed record Ran(string Command, int ExitCode, string Output, string Error)
{
    public string All => $"$ {Command}\n{Output}{Error}(exit code {ExitCode})";

    /// <summary>Itself, if it succeeded; else the test fails with all that was printed.</summary>
    public Ran Succeeded()
    {
        Assert.True(ExitCode == 0, All);
        return this;
    }

    /// <summary>Fails the test unless the program failed with this exit code and this message number.</summary>
    public Ran FailedWith(int exitCode, string number)
    {
        Assert.True(ExitCode == exitCode && Error.Contains(number, StringComparison.Ordinal), All);
        return this;
    }
}

/// <summary>Runs programs, and keeps what they print.</summary>
internal static class Run
{
    private static readonly Dictionary<string, string?> _settings = new()
    {
        ["CARGO_TARGET_DIR"] = Repository.CargoTarget,
        // Servers that outlive the command would hold on to its output.
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["GOTOOLCHAIN"] = "local",
        ["GOPROXY"] = "off",
        ["GOWORK"] = "off",
        ["GOROOT"] = null,
        ["GOFLAGS"] = null,
        ["NO_COLOR"] = "1",
    };

    public static async Task<Ran> ProgramAsync(
        string program, string directory, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var all = new Dictionary<string, string?>(_settings);
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
            all[name] = value;
        var list = arguments.ToArray();
        var result = await Cli.Wrap(program).WithArguments(list).WithWorkingDirectory(directory).WithEnvironmentVariables(all)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        return new Ran($"{program} {string.Join(' ', list)}", result.ExitCode, result.StandardOutput, result.StandardError);
    }

    public static Task<Ran> ProgramAsync(string program, IEnumerable<string> arguments) =>
        ProgramAsync(program, Repository.Output, arguments);

    /// <summary>Runs ferrobind, with a working directory in which cargo finds the registry of the tests.</summary>
    public static Task<Ran> FerrobindAsync(params string[] arguments) => FerrobindAsync(new Dictionary<string, string?>(), arguments);

    public static Task<Ran> FerrobindAsync(IReadOnlyDictionary<string, string?> settings, params string[] arguments) =>
        ProgramAsync(Repository.Ferrobind, Repository.Output, arguments, settings);

    /// <summary>Runs go 1.24 or 1.27 in a module's directory.</summary>
    public static Task<Ran> GoAsync(string version, string directory, params string[] arguments) =>
        GoAsync(version, directory, new Dictionary<string, string?>(), arguments);

    public static async Task<Ran> GoAsync(
        string version, string directory, IReadOnlyDictionary<string, string?> settings, params string[] arguments)
    {
        var found = await ProgramAsync(Path.Combine(Repository.Root, "eng", "go.sh"), Repository.Root, [version]);
        var bin = found.Succeeded().Output.Trim();
        var all = new Dictionary<string, string?>(settings);
        all.TryAdd("PATH", $"{bin}:{Environment.GetEnvironmentVariable("PATH")}");
        return await ProgramAsync(Path.Combine(bin, "go"), directory, arguments, all);
    }

    /// <summary>A line of progress: some of what is tested here takes a minute.</summary>
    public static void Say(string line) => Console.Error.WriteLine($"[behaviour] {line}");
}
