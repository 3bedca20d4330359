using System.Diagnostics;

namespace Ferrobind.Docs.Tests;

/// <summary>The repository that the tests were built from, as text.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Relative paths of all files that are, or may be, under version control: what git does not ignore.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    public static IEnumerable<string> FilesNamed(string ending) =>
        Files.Where(file => file.EndsWith(ending, StringComparison.Ordinal));

    public static string Read(string relativePath) => File.ReadAllText(Path.Combine(Root, relativePath));

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Ferrobind.slnx")))
            at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("the tests run outside of the repository");
        return Path.TrimEndingDirectorySeparator(at);
    }

    private static string[] ListFiles()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git does not run");
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);

        // One that was deleted and not committed yet is still listed.
        return [.. files.Where(file => File.Exists(Path.Combine(Root, file))).Order(StringComparer.Ordinal)];
    }
}
