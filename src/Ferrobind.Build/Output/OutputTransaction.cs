using Ferrobind.Diagnostics;

namespace Ferrobind.Build;

/// <summary>What a transaction changed.</summary>
/// <param name="Written">Full paths of files that are new or have other contents.</param>
/// <param name="Deleted">Full paths of files that are no longer generated.</param>
/// <param name="Unchanged">How many were left as they were.</param>
public sealed record OutputChanges(IReadOnlyList<string> Written, IReadOnlyList<string> Deleted, int Unchanged);

/// <summary>
/// Brings output directories up to date, all or none. What can fail (a user's files in the way, no permission, a full
/// disk) fails before anything is changed; then files are moved into place, each by one rename. A run that is killed
/// among the
/// moves leaves a manifest that says so, and the next run completes it.
/// </summary>
public static class OutputTransaction
{
    private const string StagingName = ".ferrobind-staging";

    /// <param name="toolVersion">Recorded in the manifests.</param>
    /// <param name="cancellation">Obeyed until the first file is moved into place.</param>
    /// <exception cref="FerrobindException">Nothing was changed.</exception>
    public static OutputChanges Commit(
        IReadOnlyCollection<OutputDirectory> directories, string toolVersion, CancellationToken cancellation) =>
        Commit(directories, toolVersion, beforeMove: null, cancellation);

    /// <summary>The same checks as a commit does, before the long work; nothing is changed.</summary>
    /// <exception cref="FerrobindException">A directory is not Ferrobind's.</exception>
    public static void CheckOwnership(IEnumerable<string> directories)
    {
        var seen = new HashSet<string>();
        foreach (var directory in directories.Select(d => Path.TrimEndingDirectorySeparator(Path.GetFullPath(d))))
        {
            if (!seen.Add(directory))
            {
                throw OutputFailures.SameDirectory(directory);
            }

            if (File.Exists(directory))
            {
                throw OutputFailures.CannotWrite(directory, "it is a file.");
            }

            // A first run that was killed leaves no more than these.
            if (Directory.Exists(directory)
                && OutputManifest.Read(directory) is null
                && Directory.EnumerateFileSystemEntries(directory)
                    .Any(path => Path.GetFileName(path) is not (StagingName or OutputLock.FileName)))
            {
                throw OutputFailures.NotOurs(directory);
            }
        }
    }

    /// <param name="beforeMove">For tests: called with each full path before it is moved into place or removed.</param>
    internal static OutputChanges Commit(
        IReadOnlyCollection<OutputDirectory> directories, string toolVersion, Action<string>? beforeMove,
        CancellationToken cancellation)
    {
        var locks = new List<OutputLock>();
        try
        {
            CheckOwnership(directories.Select(directory => directory.Path));
            foreach (var directory in directories.OrderBy(directory => directory.Path, StringComparer.Ordinal))
            {
                locks.Add(OutputLock.Take(directory.Path));
            }

            var plans = directories
                .Select(directory => (directory.Path, Plan: OutputPlan.Make(directory.Path, directory.Files))).ToArray();
            Stage(plans, toolVersion, cancellation);
            foreach (var (path, plan) in plans)
            {
                Apply(path, plan, beforeMove);
            }

            return new OutputChanges(
                [.. plans.SelectMany(p => p.Plan.Write.Select(file => Path.Combine(p.Path, file.RelativePath)))],
                [.. plans.SelectMany(p => p.Plan.Delete.Select(file => Path.Combine(p.Path, file)))],
                plans.Sum(p => p.Plan.After.Count - p.Plan.Write.Count));
        }
        catch (UnauthorizedAccessException e)
        {
            throw OutputFailures.CannotWrite(directories.First().Path, e.Message, e);
        }
        finally
        {
            foreach (var taken in locks)
            {
                taken.Dispose();
            }
        }
    }

    /// <summary>Writes all that is new beside the files that are there. Undone if it fails.</summary>
    private static void Stage((string Path, OutputPlan Plan)[] plans, string toolVersion, CancellationToken cancellation)
    {
        var at = "";
        try
        {
            foreach (var (path, plan) in plans)
            {
                at = path;
                var staging = Path.Combine(path, StagingName);
                RemoveStaging(path);
                var manifest = new OutputManifest(OutputManifest.CurrentFormat, toolVersion, plan.After);
                if (plan.IsEmpty && Same(Path.Combine(path, OutputManifest.FileName), manifest.ToBytes()))
                {
                    continue;
                }

                Directory.CreateDirectory(Path.Combine(staging, "files"));
                for (var i = 0; i < plan.Write.Count; i++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    plan.Write[i].WriteTo(Staged(path, i));
                }

                File.WriteAllBytes(Path.Combine(staging, "after.json"), manifest.ToBytes());

                // Of two runs that were stopped, one after the other, what the first wrote may be there still.
                var before = plan.Before with { Tool = toolVersion, Pending = plan.After };
                if (plan.Before.Pending is { } stopped)
                {
                    before = before with { Files = WhatIsThere(path, plan.Before.Files, stopped) };
                }

                File.WriteAllBytes(Path.Combine(staging, "pending.json"), before.ToBytes());
            }

            cancellation.ThrowIfCancellationRequested();
        }
        catch (Exception e)
        {
            foreach (var (path, _) in plans)
            {
                RemoveStaging(path);
            }

            if (e is IOException or UnauthorizedAccessException)
            {
                throw OutputFailures.CannotWrite(at, e.Message, e);
            }

            throw;
        }
    }

    private static void Apply(string directory, OutputPlan plan, Action<string>? beforeMove)
    {
        var staging = Path.Combine(directory, StagingName);
        if (!Directory.Exists(staging))
        {
            return;
        }

        var manifest = Path.Combine(directory, OutputManifest.FileName);
        try
        {
            File.Move(Path.Combine(staging, "pending.json"), manifest, overwrite: true);

            // First what goes, since a file may be where a directory is to be, and the other way round.
            foreach (var stale in plan.Delete.Select(file => Path.Combine(directory, file)))
            {
                beforeMove?.Invoke(stale);
                File.Delete(stale);
                RemoveEmptyParents(stale, directory);
            }

            for (var i = 0; i < plan.Write.Count; i++)
            {
                var path = Path.Combine(directory, plan.Write[i].RelativePath);
                beforeMove?.Invoke(path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.Move(Staged(directory, i), path, overwrite: true);
            }

            // Also those that a stopped run had emptied, or had not filled yet.
            foreach (var path in plan.Before.Paths)
            {
                RemoveEmptyParents(Path.Combine(directory, path), directory);
            }

            beforeMove?.Invoke(manifest);
            File.Move(Path.Combine(staging, "after.json"), manifest, overwrite: true);
            RemoveStaging(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputFailures.CannotWrite(directory, e.Message, e);
        }
    }

    private static SortedDictionary<string, string> WhatIsThere(
        string directory, SortedDictionary<string, string> files, SortedDictionary<string, string> pending)
    {
        var there = new SortedDictionary<string, string>(files, StringComparer.Ordinal);
        foreach (var (file, digest) in pending)
        {
            var path = Path.Combine(directory, file);
            if (!files.ContainsKey(file) || (File.Exists(path) && OutputFile.DigestOf(path) == digest))
            {
                there[file] = digest;
            }
        }

        return there;
    }

    private static string Staged(string directory, int index) =>
        Path.Combine(directory, StagingName, "files", index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static bool Same(string path, byte[] contents) =>
        File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(contents);

    private static void RemoveStaging(string directory)
    {
        var staging = Path.Combine(directory, StagingName);
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    private static void RemoveEmptyParents(string path, string root)
    {
        for (var parent = Path.GetDirectoryName(path)!; parent.Length > root.Length; parent = Path.GetDirectoryName(parent)!)
        {
            if (Directory.Exists(parent))
            {
                if (Directory.EnumerateFileSystemEntries(parent).Any())
                {
                    return;
                }

                Directory.Delete(parent);
            }
        }
    }
}
