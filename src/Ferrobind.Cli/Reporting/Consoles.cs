using Spectre.Console;
using Spectre.Console.Rendering;

namespace Ferrobind.Cli.Reporting;

/// <summary>
/// Where tables go. In a terminal they have colours and fit its width; elsewhere they are plain text, a line for a
/// row, so that grep finds all of it.
/// </summary>
internal static class Consoles
{
    // More than any row needs: nothing wraps.
    private const int Unlimited = 10_000;

    public static IAnsiConsole ForError(CliHost host) => Create(host.Error, host.ErrorIsTerminal);

    public static void WriteOut(CliHost host, IRenderable content) => Write(host.Out, host.OutIsTerminal, content);

    public static void WriteError(CliHost host, IRenderable content) =>
        Write(host.Error, host.ErrorIsTerminal, content);

    private static void Write(TextWriter writer, bool isTerminal, IRenderable content)
    {
        if (isTerminal)
        {
            Create(writer, isTerminal).Write(content);
            return;
        }

        using var text = new StringWriter { NewLine = "\n" };
        Create(text, isTerminal).Write(content);
        foreach (var line in text.ToString().TrimEnd('\n').Split('\n'))
            writer.WriteLine(line.TrimEnd());
    }

    private static IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!isTerminal)
            console.Profile.Width = Unlimited;
        return console;
    }
}
