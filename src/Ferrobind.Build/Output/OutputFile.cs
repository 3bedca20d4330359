using System.Security.Cryptography;
using System.Text;

namespace Ferrobind.Build;

/// <summary>A file to be in an output directory: its contents, or another file to copy.</summary>
/// <param name="RelativePath">With forward slashes: <c>native/libhello_fb.so</c>.</param>
public sealed record OutputFile(string RelativePath)
{
    private byte[]? Contents { get; init; }

    private string? Source { get; init; }

    public static OutputFile Of(string relativePath, string text) => Of(relativePath, Encoding.UTF8.GetBytes(text));

    public static OutputFile Of(string relativePath, byte[] contents) => new(relativePath) { Contents = contents };

    /// <summary>A copy of <paramref name="source"/>, with its permissions.</summary>
    public static OutputFile CopyOf(string relativePath, string source) =>
        new(relativePath) { Source = Path.GetFullPath(source) };

    internal string Digest() => Source is null ? Convert.ToHexStringLower(SHA256.HashData(Contents!)) : DigestOf(Source);

    internal void WriteTo(string path)
    {
        if (Source is null)
        {
            File.WriteAllBytes(path, Contents!);
        }
        else
        {
            File.Copy(Source, path, overwrite: true);
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow); // a copy keeps the old time, and build tools go by the time
        }
    }

    internal static string DigestOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
