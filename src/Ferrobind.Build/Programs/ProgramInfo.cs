namespace Ferrobind.Build;

/// <summary>A program that Ferrobind runs, or that the projects which it generates are built with.</summary>
/// <param name="Name">As it is called: <c>cargo</c>.</param>
/// <param name="NeededFor">Completes "It is needed for …".</param>
/// <param name="HowToGet">What to do on Debian and Ubuntu, Fedora, and macOS; one line each.</param>
/// <param name="Variable">The environment variable that names another executable; null if there is none.</param>
/// <param name="VersionArguments">Arguments with which it prints its version.</param>
/// <param name="Required">False where only some of what Ferrobind does needs it.</param>
public sealed record ProgramInfo(
    string Name, string NeededFor, string HowToGet, string? Variable = null, string VersionArguments = "--version",
    bool Required = true)
{
    /// <summary>
    /// The name or path to run: what the environment variable says, else the name, looked up on PATH.
    /// </summary>
    public string Executable =>
        Variable is not null && Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen ? chosen : Name;

    /// <summary>The file that would run; null if there is none.</summary>
    public string? Find()
    {
        var name = Executable;
        if (name.Contains(Path.DirectorySeparatorChar))
        {
            return IsExecutable(name) ? Path.GetFullPath(name) : null;
        }

        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(directory => Suffixes.Select(suffix => Path.Combine(directory, name + suffix)))
            .FirstOrDefault(IsExecutable);
    }

    private static readonly string[] Suffixes = OperatingSystem.IsWindows() ? [".exe", ".cmd", ""] : [""];

    private static bool IsExecutable(string file) => File.Exists(file)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(file) & AnyoneExecutes) != 0);

    private const UnixFileMode AnyoneExecutes =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
}
