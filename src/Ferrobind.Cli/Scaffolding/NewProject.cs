using Ferrobind.Diagnostics;

namespace Ferrobind.Cli.Scaffolding;

/// <summary>Writes a new project from the files under <c>Templates/New</c>, with the names filled in.</summary>
internal static class NewProject
{
    /// <exception cref="FerrobindException">The directory has something in it, or cannot be written.</exception>
    public static void Create(ProjectName name, string directory) => TemplateFiles.Write(Files(name), directory);

    /// <summary>The files of a project: paths below its directory, and texts.</summary>
    public static IEnumerable<(string Path, string Text)> Files(ProjectName name) =>
        TemplateFiles.Of("New").Select(file => (FilledIn(file.Path, name), FilledIn(file.Text, name)));

    // The place-holders are identifiers in every language, so that the templates are files of their languages, too.
    private static string FilledIn(string text, ProjectName name) => text
        .Replace("__crate__", name.Crate, StringComparison.Ordinal)
        .Replace("__rust__", name.Rust, StringComparison.Ordinal)
        .Replace("__go__", name.Go, StringComparison.Ordinal)
        .Replace("__CSharp__", name.CSharp, StringComparison.Ordinal);
}
