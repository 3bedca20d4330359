using Ferrobind.Diagnostics;

namespace Ferrobind.Cli.Scaffolding;

/// <summary>Writes a new project from the files under <c>Templates/New</c>, with the names filled in.</summary>
internal static class NewProject
{
    private const string Prefix = "New/";

    /// <exception cref="FerrobindException">The directory has something in it, or cannot be written.</exception>
    public static void Create(ProjectName name, string directory)
    {
        if (File.Exists(directory) || (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any()))
            throw OutputFailures.NotOurs(directory);

        try
        {
            foreach (var (path, text) in Files(name))
            {
                var file = Path.Combine(directory, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputFailures.CannotWrite(directory, e.Message, e);
        }
    }

    /// <summary>The files of a project: paths below its directory, and texts.</summary>
    public static IEnumerable<(string Path, string Text)> Files(ProjectName name)
    {
        var assembly = typeof(NewProject).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!resource.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (FilledIn(resource[Prefix.Length..].Replace('\\', '/'), name), FilledIn(reader.ReadToEnd(), name));
        }
    }

    // The place-holders are identifiers in every language, so that the templates are files of their languages, too.
    private static string FilledIn(string text, ProjectName name) => text
        .Replace("__crate__", name.Crate, StringComparison.Ordinal)
        .Replace("__rust__", name.Rust, StringComparison.Ordinal)
        .Replace("__go__", name.Go, StringComparison.Ordinal)
        .Replace("__CSharp__", name.CSharp, StringComparison.Ordinal);
}
