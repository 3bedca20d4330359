using Ferrobind.Diagnostics;

namespace Ferrobind.Cli.Scaffolding;

/// <summary>The files under <c>Templates</c>, which are part of the program.</summary>
internal static class TemplateFiles
{
    /// <param name="template">The directory under <c>Templates</c>.</param>
    /// <returns>Paths below it, with <c>/</c>, and texts.</returns>
    public static IEnumerable<(string Path, string Text)> Of(string template)
    {
        var prefix = template + "/";
        var assembly = typeof(TemplateFiles).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!resource.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[prefix.Length..].Replace('\\', '/'), reader.ReadToEnd());
        }
    }

    /// <summary>Writes files into a directory that is empty or not there.</summary>
    /// <exception cref="FerrobindException">It has something in it, or cannot be written.</exception>
    public static void Write(IEnumerable<(string Path, string Text)> files, string directory)
    {
        if (File.Exists(directory) || (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any()))
            throw OutputFailures.NotOurs(directory);

        try
        {
            foreach (var (path, text) in files)
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
}
