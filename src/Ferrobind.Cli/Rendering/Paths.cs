namespace Ferrobind.Cli.Rendering;

/// <summary>Paths as they are shown.</summary>
internal static class Paths
{
    /// <summary>Relative where that is shorter to read: not where it would climb.</summary>
    public static string ForReading(string path, string workingDirectory)
    {
        var relative = Path.GetRelativePath(workingDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
