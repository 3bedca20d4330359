using Ferrobind.Diagnostics;

namespace Ferrobind.Build;

/// <summary>
/// Keeps a second run out of an output directory. The lock is the operating system's, so it ends with the process
/// however
/// that ends.
/// </summary>
internal sealed class OutputLock : IDisposable
{
    public const string FileName = ".ferrobind.lock";
    private readonly FileStream _file;
    private readonly string? _created;

    private OutputLock(FileStream file, string? created)
    {
        _file = file;
        _created = created;
    }

    /// <summary>Creates the directory if it is not there; that is undone at the end if it is empty then.</summary>
    public static OutputLock Take(string directory)
    {
        var path = Path.Combine(directory, FileName);
        try
        {
            var created = OutermostMissing(directory);
            Directory.CreateDirectory(directory);
            while (true)
            {
                var file = new FileStream(
                    path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                if (File.Exists(path))
                {
                    return new OutputLock(file, created);
                }

                file.Dispose(); // the run that held it has just ended, and removed the file that was opened
            }
        }
        catch (IOException e) when (IsHeld(e, path))
        {
            throw OutputFailures.Busy(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputFailures.CannotWrite(directory, e.Message, e);
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        var directory = Path.GetDirectoryName(_file.Name)!;
        while (_created is not null && directory.Length >= _created.Length
            && Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any())
        {
            Directory.Delete(directory);
            directory = Path.GetDirectoryName(directory)!;
        }
    }

    // EWOULDBLOCK of Linux and of macOS, and Windows' sharing violation; .NET tells them apart by number alone.
    private static bool IsHeld(IOException e, string path) =>
        File.Exists(path) && (e.HResult is 11 or 35 || (e.HResult & 0xFFFF) == 32);

    private static string? OutermostMissing(string directory)
    {
        string? missing = null;
        for (var at = directory; at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
        {
            missing = at;
        }

        return missing;
    }
}
