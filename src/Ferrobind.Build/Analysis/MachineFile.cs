using Ferrobind.Diagnostics;

namespace Ferrobind.Build.Analysis;

/// <summary>How files of machine code are read: 64-bit little-endian ELF, alone or alone in an archive.</summary>
internal static class MachineFile
{
    /// <param name="load">Makes of the bytes what is wanted; what it may throw is what damaged offsets lead to.</param>
    /// <exception cref="FerrobindException">It is no such file, or damaged.</exception>
    public static T Read<T>(string path, Func<byte[], T> load)
    {
        var file = File.ReadAllBytes(path);
        try
        {
            if (file.AsSpan().StartsWith("!<arch>\n"u8))
                file = file[file.AsSpan().IndexOf("\u007fELF\u0002\u0001"u8)..];
            return file.AsSpan().StartsWith("\u007fELF\u0002\u0001"u8)
                ? load(file)
                : throw BuildFailures.NotALibraryFile(path, "it is not a 64-bit little-endian ELF file");
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw BuildFailures.NotALibraryFile(path, "it is damaged");
        }
    }
}
