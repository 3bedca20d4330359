namespace Ferrobind.Snapshot.Tests;

/// <summary>Paths of the repository that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Snapshots => Path.Combine(Root, "tests", "snapshots");

    private static string Find(string directory) =>
        File.Exists(Path.Combine(directory, "Ferrobind.slnx")) ? directory : Find(Path.GetDirectoryName(directory)!);
}
