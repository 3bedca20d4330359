using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ferrobind.Build;

/// <summary>A file, or a directory, as it was when a stamp was written.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Size">In bytes; -1 for a directory; null if there was nothing.</param>
/// <param name="Modified">Ticks, UTC; of a directory, of the newest file in it.</param>
/// <param name="Digest">SHA-256 of the contents; of a directory, of the names, sizes and times in it.</param>
internal sealed record FileState(string Path, long? Size, long Modified, string? Digest)
{
    private const long IsDirectory = -1;

    public static FileState Of(string path)
    {
        if (new FileInfo(path) is { Exists: true } file)
        {
            return new FileState(path, file.Length, file.LastWriteTimeUtc.Ticks, OutputFile.DigestOf(path));
        }

        if (!Directory.Exists(path))
        {
            return new FileState(path, null, 0, null);
        }

        var files = FilesIn(new DirectoryInfo(path)).OrderBy(file => file.FullName, StringComparer.Ordinal).ToArray();
        var listing = string.Join('\n', files.Select(file =>
            string.Create(CultureInfo.InvariantCulture, $"{file.FullName}\0{file.Length}\0{file.LastWriteTimeUtc.Ticks}")));
        return new FileState(
            path, IsDirectory, files.Select(file => file.LastWriteTimeUtc.Ticks).DefaultIfEmpty().Max(),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(listing))));
    }

    /// <summary>Looks at size and time first; reads a file only if it has the same size and another time.</summary>
    public bool IsStill()
    {
        if (Size == IsDirectory)
        {
            return Of(Path) == this;
        }

        var file = new FileInfo(Path);
        return Size is null
            ? !file.Exists && !Directory.Exists(Path)
            : file.Exists && file.Length == Size
                && (file.LastWriteTimeUtc.Ticks == Modified || OutputFile.DigestOf(Path) == Digest);
    }

    /// <summary>Without what git and cargo keep there: their directories are hidden, or tagged as caches.</summary>
    private static IEnumerable<FileInfo> FilesIn(DirectoryInfo directory) => directory.EnumerateFiles().Concat(
        directory.EnumerateDirectories()
            .Where(child => child.Name[0] != '.' && child.LinkTarget is null
                && !File.Exists(System.IO.Path.Combine(child.FullName, "CACHEDIR.TAG")))
            .SelectMany(FilesIn));
}
