using Ferrobind.Diagnostics;

namespace Ferrobind.Build;

/// <summary>
/// What is to change in one directory. Made by looking only, so that several can be made before any is carried out.
/// </summary>
/// <param name="Write">New, or with other contents than on disk.</param>
/// <param name="Delete">Generated earlier, and no longer.</param>
/// <param name="Before">What the manifest said; both states of a run that was stopped.</param>
/// <param name="After">Relative path to digest, of all files.</param>
internal sealed record OutputPlan(
    IReadOnlyList<OutputFile> Write, IReadOnlyList<string> Delete, OutputManifest Before, SortedDictionary<string, string> After)
{
    public bool IsEmpty => Write.Count == 0 && Delete.Count == 0;

    /// <exception cref="FerrobindException">A file of the user's is in the way, or one of Ferrobind's was
    /// edited.</exception>
    public static OutputPlan Make(string directory, IEnumerable<OutputFile> files)
    {
        var before = OutputManifest.Read(directory) ?? OutputManifest.Empty;
        var after = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var write = new List<OutputFile>();
        var edited = new SortedSet<string>(StringComparer.Ordinal);
        var inTheWay = new SortedSet<string>(StringComparer.Ordinal);
        var ours = before.Paths.ToHashSet();
        foreach (var file in files)
        {
            var digest = file.Digest();
            after.Add(Checked(file.RelativePath), digest);
            var path = Path.Combine(directory, file.RelativePath);
            if (Obstacle(directory, file.RelativePath, ours) is { } obstacle)
            {
                inTheWay.Add(obstacle);
            }
            else if (!File.Exists(path))
            {
                write.Add(file);
            }
            else if (OutputFile.DigestOf(path) is var found && found != digest)
            {
                write.Add(file);
                if (!before.Wrote(file.RelativePath, found))
                {
                    (ours.Contains(file.RelativePath) ? edited : inTheWay).Add(file.RelativePath);
                }
            }
        }

        var delete = before.Paths
            .Where(path => !after.ContainsKey(path) && File.Exists(Path.Combine(directory, path)))
            .Order(StringComparer.Ordinal).ToArray();
        edited.UnionWith(delete.Where(path => !before.Wrote(path, OutputFile.DigestOf(Path.Combine(directory, path)))));
        if (edited.Count > 0)
        {
            throw OutputFailures.Edited(directory, edited);
        }

        return inTheWay.Count > 0
            ? throw OutputFailures.InTheWay(directory, inTheWay)
            : new OutputPlan(write, delete, before, after);
    }

    /// <summary>
    /// A directory where the file goes, or a file or a link where its directory goes. A file of ours goes away by
    /// itself.
    /// </summary>
    private static string? Obstacle(string directory, string relativePath, HashSet<string> ours)
    {
        for (var at = relativePath.IndexOf('/'); at >= 0; at = relativePath.IndexOf('/', at + 1))
        {
            var parent = relativePath[..at];
            var path = Path.Combine(directory, parent);
            if (new FileInfo(path) is { Exists: true } && !ours.Contains(parent))
            {
                return parent;
            }

            if (new DirectoryInfo(path) is { Exists: true, LinkTarget: not null })
            {
                return parent; // what is written there would land outside
            }
        }

        // A directory in which all is ours is gone by then.
        var there = new DirectoryInfo(Path.Combine(directory, relativePath));
        return there.Exists
            && there.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Prepend(there)
                .Any(entry => !IsOurs(Path.GetRelativePath(directory, entry.FullName).Replace('\\', '/'), ours))
            ? relativePath
            : null;
    }

    private static bool IsOurs(string path, HashSet<string> ours) =>
        ours.Contains(path) || ours.Any(file => file.StartsWith($"{path}/", StringComparison.Ordinal));

    private static string Checked(string path) =>
        path.Split('/') is var parts && !Path.IsPathRooted(path) && !path.Contains('\\')
            && !parts.Contains("") && !parts.Contains(".") && !parts.Contains("..") && !parts[0].StartsWith(".ferrobind", StringComparison.Ordinal)
            ? path
            : throw new ArgumentException($"'{path}' is no relative path with forward slashes.");
}
