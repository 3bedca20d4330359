using Ferrobind.Diagnostics;

namespace Ferrobind.Cli.Rendering;

/// <summary>A failure, as it is shown: the tool's own output whole, then the message, where the eye is, and what to do.</summary>
internal static class DiagnosticRenderer
{
    public static void Write(Diagnostic diagnostic, CliHost host)
    {
        var (red, bold, plain) = host.ErrorIsTerminal ? ("\e[1;31m", "\e[1m", "\e[0m") : ("", "", "");
        if (diagnostic.Output is { Length: > 0 } output)
        {
            host.Error.WriteLine(output.TrimEnd());
            host.Error.WriteLine();
        }

        host.Error.WriteLine($"{red}error {diagnostic.Code}{plain}{bold}: {diagnostic.Message}{plain}");
        foreach (var line in diagnostic.Help?.Split('\n') ?? [])
            host.Error.WriteLine($"  {line}");
    }
}
