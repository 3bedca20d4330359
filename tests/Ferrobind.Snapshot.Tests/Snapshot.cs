using Xunit;

namespace Ferrobind.Snapshot.Tests;

/// <summary>
/// Compares files with those kept under <c>tests/snapshots</c>. <c>UPDATE_SNAPSHOTS=1</c> writes them instead; the change
/// is then there to be reviewed.
/// </summary>
internal static class Snapshot
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    /// <summary>Compares a directory of snapshots with what it should have: no file more, and none less.</summary>
    public static void Verify(string name, IEnumerable<(string Path, string Text)> files)
    {
        var directory = Path.Combine(Repository.Snapshots, name);
        var expected = files.ToDictionary(f => f.Path, f => f.Text);
        if (Update)
            Write(directory, expected);

        Directory.CreateDirectory(directory);
        var kept = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(directory, f).Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), kept);
        foreach (var (path, text) in expected)
            Assert.Equal(File.ReadAllText(Path.Combine(directory, path)), text);
    }

    private static void Write(string directory, Dictionary<string, string> files)
    {
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(directory, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}
