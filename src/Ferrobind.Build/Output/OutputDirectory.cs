namespace Ferrobind.Build;

/// <summary>A directory to be generated, and all the files that it is to have of Ferrobind's.</summary>
public sealed record OutputDirectory
{
    public OutputDirectory(string directory, IEnumerable<OutputFile> files)
    {
        Path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(directory));
        Files = [.. files];
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    public IReadOnlyList<OutputFile> Files { get; }

    /// <summary>Its manifest and the files listed there, as full paths; none if it was not generated.</summary>
    public static IReadOnlyList<string> GeneratedFiles(string directory) =>
        OutputManifest.Read(directory) is { } manifest
            ? [
                System.IO.Path.GetFullPath(System.IO.Path.Combine(directory, OutputManifest.FileName)),
                .. manifest.Paths.Select(path => System.IO.Path.GetFullPath(System.IO.Path.Combine(directory, path))),
            ]
            : [];
}
