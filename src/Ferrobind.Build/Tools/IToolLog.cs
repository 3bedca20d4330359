namespace Ferrobind.Build;

/// <summary>
/// Where the commands that are run, and what they print, go as they happen: to the terminal with <c>--verbose</c>, to a
/// progress line otherwise. Calls may come from other threads, one at a time for each tool.
/// </summary>
public interface IToolLog
{
    /// <summary>A command starts. The text is for reading, not for a shell.</summary>
    void Command(string commandLine);

    /// <summary>
    /// A line that it printed for people, without the line break: cargo's <c>Compiling url v2.5.4</c>.
    /// </summary>
    void Line(string line);
}

/// <summary>Drops everything.</summary>
public sealed class SilentToolLog : IToolLog
{
    public static readonly SilentToolLog Instance = new();

    public void Command(string commandLine) { }

    public void Line(string line) { }
}
