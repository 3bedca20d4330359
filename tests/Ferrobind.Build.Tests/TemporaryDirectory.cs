using System.Runtime.CompilerServices;

namespace Ferrobind.Build.Tests;

/// <summary>A directory below the repository's artifacts/tmp, removed at the end.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    public TemporaryDirectory()
    {
        FullPath = System.IO.Path.Combine(Repository(), "artifacts", "tmp", $"build-tests-{Guid.NewGuid():N}");
        Directory.CreateDirectory(FullPath);
    }

    public string FullPath { get; }

    public string this[string relative] => System.IO.Path.Combine(FullPath, relative);

    public string Write(string relative, string text)
    {
        var path = this[relative];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Read(string relative) => File.ReadAllText(this[relative]);

    /// <summary>Relative paths of all files, sorted.</summary>
    public string[] Files(string relative = "") =>
    [
        .. Directory.EnumerateFiles(this[relative], "*", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(this[relative], path)).Order(StringComparer.Ordinal),
    ];

    public void Dispose() => Directory.Delete(FullPath, recursive: true);

    private static string Repository([CallerFilePath] string file = "") => System.IO.Path.GetFullPath("../../..", file);
}
