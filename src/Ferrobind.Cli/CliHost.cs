namespace Ferrobind.Cli;

/// <summary>What the commands have to do with: the streams, the terminal, the working directory, and the pipeline.</summary>
internal sealed record CliHost
{
    /// <summary>For results only: what <c>inspect</c> finds, what a program prints.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>For everything that is told on the way.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Somebody looks at <see cref="Out"/>: colours, and lines that fit.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Somebody looks at <see cref="Error"/>: colours, and a line that moves.</summary>
    public bool ErrorIsTerminal { get; init; }

    public required string WorkingDirectory { get; init; }

    public required IPipeline Pipeline { get; init; }

    /// <summary>The process's own.</summary>
    public static CliHost OfProcess()
    {
        var plain = IsSet("NO_COLOR") || IsSet("CI") || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new CliHost
        {
            Out = Console.Out,
            Error = Console.Error,
            OutIsTerminal = !plain && !Console.IsOutputRedirected,
            ErrorIsTerminal = !plain && !Console.IsErrorRedirected,
            WorkingDirectory = Environment.CurrentDirectory,
            Pipeline = new BinderPipeline(),
        };
    }

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };
}
