using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Ferrobind.Rustdoc.Tests.Support;

/// <summary>The crates of <c>Fixtures/</c>, each documented once a run by the installed rustdoc.</summary>
internal static class Fixture
{
    private static readonly ConcurrentDictionary<string, Lazy<byte[]>> Documents = new(StringComparer.Ordinal);

    private static readonly Lazy<string> Output =
        new(() => Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "rustdoc")).FullName);

    private static readonly Lazy<string> Dep = new(BuildDep);

    public static string Folder { get; } = Path.Combine(Here(), "..", "Fixtures");

    /// <summary>The fixture's document, as rustdoc writes it.</summary>
    public static ReadOnlyMemory<byte> Json(string crate) =>
        Documents.GetOrAdd(crate, name => new Lazy<byte[]>(() => Document(name))).Value;

    private static byte[] Document(string crate)
    {
        string[] dependencies = crate is "facade" or "whole" or "mentions" ? ["--extern", $"dep={Dep.Value}"] : [];
        string[] format = ["-Z", "unstable-options", "--output-format", "json", "-o", Output.Value];
        Run("rustdoc", [.. format, .. dependencies], crate);
        return File.ReadAllBytes(Path.Combine(Output.Value, crate + ".json"));
    }

    private static string BuildDep()
    {
        var library = Path.Combine(Output.Value, "libdep.rmeta");
        Run("rustc", ["--emit=metadata", "-o", library], "dep");
        return library;
    }

    private static void Run(string program, IEnumerable<string> options, string crate)
    {
        string[] arguments =
        [
            "--edition", "2024", "--crate-type", "lib", "--crate-name", crate, .. options,
            Path.Combine(Folder, crate + ".rs"),
        ];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        start.Environment["RUSTC_BOOTSTRAP"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} cannot compile {crate}.rs:\n{errors}");
        }
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
