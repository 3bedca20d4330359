using Ferrobind.Diagnostics;

namespace Ferrobind.Build;

/// <summary>
/// Makes one closed object of a Rust static library: all that it uses of Rust is inside, and nothing but its exports is
/// visible, so that two of them, of whatever compilers, link into one program, each with its own runtime.
/// </summary>
/// <param name="WorkingDirectory">Where ld and objcopy run.</param>
/// <param name="Log">Told what they print.</param>
public sealed record StaticArchive(string WorkingDirectory, IToolLog Log)
{
    /// <summary>False: cargo's static library is all there is, and one to a program is all that links.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <summary>Keeps debug information, which makes the archive some fifteen times as large.</summary>
    public bool KeepDebugInfo { get; init; }

    /// <summary>
    /// Writes the closed archive, the same bytes each time. Intermediate files are beside it, and removed.
    /// </summary>
    /// <param name="staticLibrary">What cargo built.</param>
    /// <param name="exports">The symbols to keep. Each must be there.</param>
    /// <param name="archive">The file to write: <c>libhello_fb.a</c>.</param>
    public async Task CloseAsync(
        string staticLibrary, IReadOnlyCollection<string> exports, string archive, CancellationToken cancellation)
    {
        if (!IsSupported)
        {
            throw ToolchainFailures.NoStaticLinking(System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier);
        }

        var path = Path.GetFullPath(archive);
        var symbols = exports.Distinct().Order(StringComparer.Ordinal).ToArray();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // In a directory of its own: the member's name, which is in the archive, is then always the same.
        var scratch = Directory.CreateDirectory($"{path}.{Environment.ProcessId}.tmp").FullName;
        try
        {
            var linked = Path.Combine(scratch, Path.ChangeExtension(Path.GetFileName(path), ".linked.o"));
            var closed = Path.Combine(scratch, Path.ChangeExtension(Path.GetFileName(path), ".o"));
            await LinkAsync(Path.GetFullPath(staticLibrary), symbols, linked, scratch, cancellation).ConfigureAwait(false);
            Require(staticLibrary, symbols, ElfFile.Read(linked));
            await HideAsync(symbols, linked, closed, scratch, cancellation).ConfigureAwait(false);
            Verify(archive, symbols, ElfFile.Read(closed));
            var finished = Path.Combine(scratch, "finished.a");
            ArWriter.Write(finished, closed, symbols);
            File.Move(finished, path, overwrite: true);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private async Task LinkAsync(
        string staticLibrary, string[] symbols, string linked, string scratch, CancellationToken cancellation)
    {
        var roots = Path.Combine(scratch, "roots");
        await File.WriteAllLinesAsync(roots, symbols.Select(symbol => $"--undefined={symbol}"), cancellation)
            .ConfigureAwait(false);
        await RunAsync(
            KnownPrograms.Ld, staticLibrary,
            [
                "-r",

                // Only what is reached from the exports, and from constructors: those are in no one's reach, and so
                // would be left
                // out with the archive members that hold them, were the archive not taken whole.
                "--gc-sections", "--entry", symbols[0], $"@{roots}", "--whole-archive",

                // Else the group of DW.ref.rust_eh_personality dies once that is local, and with it the first panic
                // that is caught.
                "--force-group-allocation",
                "-o", linked, staticLibrary,
            ],
            cancellation).ConfigureAwait(false);
    }

    private async Task HideAsync(
        string[] symbols, string linked, string closed, string scratch, CancellationToken cancellation)
    {
        var keep = Path.Combine(scratch, "keep");
        await File.WriteAllLinesAsync(keep, symbols, cancellation).ConfigureAwait(false);

        // What only discarded code needed is still listed. A static link would look for it, and warn of getaddrinfo and
        // the like.
        var unused = Path.Combine(scratch, "unused");
        var names = ElfFile.Read(linked).Symbols
            .Where(symbol => symbol is { IsDefined: false, IsReferenced: false, Name.Length: > 0 })
            .Select(symbol => symbol.Name).ToArray();
        await File.WriteAllLinesAsync(unused, names, cancellation).ConfigureAwait(false);
        List<string> arguments =
        [
            $"--keep-global-symbols={keep}",

            // Go 1.27 refuses libraries with these.
            "--remove-section=.llvmbc", "--remove-section=.llvmcmd",
        ];
        if (names.Length > 0)
        {
            arguments.Add($"--strip-symbols={unused}"); // an empty file is an error
        }

        if (!KeepDebugInfo)
        {
            arguments.Add("--strip-debug");
        }

        await RunAsync(KnownPrograms.Objcopy, linked, [.. arguments, linked, closed], cancellation).ConfigureAwait(false);
    }

    private async Task RunAsync(ProgramInfo program, string subject, string[] arguments, CancellationToken cancellation)
    {
        var result = await new Tool(program, WorkingDirectory, Log).RunAsync(arguments, cancellation).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            throw BuildFailures.ArchiveNotClosed(Path.GetFileName(subject), program.Name, result.Text);
        }
    }

    private static IEnumerable<string> Visible(ElfFile file) =>
        file.Symbols.Where(symbol => symbol is { IsGlobal: true, IsDefined: true }).Select(symbol => symbol.Name);

    private static void Require(string staticLibrary, string[] symbols, ElfFile file)
    {
        if (symbols.Except(Visible(file)).ToArray() is { Length: > 0 } missing)
        {
            throw BuildFailures.MissingExports(Path.GetFileName(staticLibrary), missing);
        }
    }

    private static void Verify(string archive, string[] symbols, ElfFile file)
    {
        if (Visible(file).Except(symbols).Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } foreign)
        {
            throw BuildFailures.ForeignSymbols(Path.GetFileName(archive), foreign);
        }
    }
}
