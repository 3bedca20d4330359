using System.Runtime.CompilerServices;

namespace Ferrobind.Behaviour.Tests;

/// <summary>Where things are.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath("../..", Path.GetDirectoryName(ThisFile())!);

    /// <summary>All that these tests make. What cargo and go build stays for the next run.</summary>
    public static string Output { get; } = Path.Combine(Root, "artifacts", "behaviour");

    /// <summary>One cargo target directory for every bridge: what crates have in common is built once.</summary>
    public static string CargoTarget { get; } = Path.Combine(Output, "target");

    /// <summary>A Go and a C# program, and the names of their cases.</summary>
    public static string Program(string name) => Path.Combine(Root, "tests", name);

    /// <summary>The executable that was built with these tests, in the same configuration.</summary>
    public static string Ferrobind { get; } = Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Ferrobind.Cli", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "ferrobind");

    public static string Fixture(string name) => Path.Combine(Root, "tests", "fixtures", name);

    public static string Bindings(string crate, string language) => Path.Combine(Output, "bindings", crate, language);

    /// <summary>A directory below the output that is new and empty.</summary>
    public static string Fresh(string name)
    {
        var directory = Path.Combine(Output, "fresh", name);
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
        return Directory.CreateDirectory(directory).FullName;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
