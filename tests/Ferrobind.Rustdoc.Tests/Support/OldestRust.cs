using System.Diagnostics;

namespace Ferrobind.Rustdoc.Tests.Support;

/// <summary>The crates of <c>Fixtures/</c>, documented by the oldest rustdoc that is supported: eng/rust.sh has it of Debian's packages.</summary>
internal static class OldestRust
{
    private static readonly Lazy<(string? Bin, string Why)> Found = new(Find);

    private static readonly Lazy<string> Output =
        new(() => Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "rustdoc-oldest")).FullName);

    /// <summary>Null where it can be had; else why it cannot.</summary>
    public static string? Missing => Found.Value.Bin is null ? Found.Value.Why : null;

    /// <summary>The fixture's document.</summary>
    public static byte[] Json(string crate)
    {
        string[] dependencies = [];
        if (crate is "facade" or "whole")
        {
            var library = Path.Combine(Output.Value, $"libdep-{crate}.rmeta");
            Compile("rustc", "dep", "--emit=metadata", "-o", library);
            dependencies = ["--extern", $"dep={library}"];
        }

        Compile("rustdoc", crate, ["-Z", "unstable-options", "--output-format", "json", "-o", Output.Value, .. dependencies]);
        return File.ReadAllBytes(Path.Combine(Output.Value, crate + ".json"));
    }

    private static void Compile(string program, string crate, params IEnumerable<string> options)
    {
        var (exitCode, _, error) = Run(
            Path.Combine(Found.Value.Bin!, program),
            ["--edition", "2024", "--crate-type", "lib", "--crate-name", crate, .. options, Path.Combine(Fixture.Folder, crate + ".rs")]);
        if (exitCode != 0)
            throw new InvalidOperationException($"{program} cannot compile {crate}.rs:\n{error}");
    }

    private static (string? Bin, string Why) Find()
    {
        var script = Path.GetFullPath("../../../eng/rust.sh", Fixture.Folder);
        var (exitCode, output, error) = Run(script, []);
        return (exitCode == 0 ? output.Trim() : null, error.Trim());
    }

    private static (int ExitCode, string Output, string Error) Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["RUSTC_BOOTSTRAP"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
