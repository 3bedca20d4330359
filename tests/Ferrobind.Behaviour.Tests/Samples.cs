namespace Ferrobind.Behaviour.Tests;

/// <summary>Copies of the samples, as a user has them.</summary>
internal static class Samples
{
    /// <summary>Where a sample's sources are, such as <c>crates/semver</c>.</summary>
    public static string Source(string sample) => Path.Combine(Repository.Root, "samples", sample);

    /// <summary>Copies a sample's sources into a directory; what was built of an earlier copy stays.</summary>
    public static string Copied(string sample, string parent)
    {
        var target = Path.Combine(parent, Path.GetFileName(sample));
        foreach (var file in Directory.EnumerateFiles(Source(sample), "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Source(sample), file);
            if (path.Split('/').Any(part => part is "target" or "bindings" or "bin" or "obj"))
                continue;
            var copy = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        return target;
    }

    /// <summary>A user's directory has none of this repository's build settings above it.</summary>
    public static string Isolated(string directory)
    {
        Directory.CreateDirectory(directory);
        foreach (var file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            File.WriteAllText(Path.Combine(directory, file), "<Project />\n");
        return directory;
    }

    /// <summary>What a program prints that runs in another directory than its own.</summary>
    public static async Task<string> OutputAsync(string program) =>
        (await Run.ProgramAsync(program, "/", [])).Succeeded().Output;
}
