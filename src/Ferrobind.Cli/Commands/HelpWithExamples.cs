using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Ferrobind.Cli.Commands;

/// <summary>A command that has an example to show at the end of its help.</summary>
internal sealed class ExampleCommand(string name, string description, string example, string? notes = null)
    : Command(name, description)
{
    /// <summary>What there is to know besides.</summary>
    public string? Notes { get; } = notes;

    /// <summary>Lines to type.</summary>
    public string Example { get; } = example;
}

/// <summary>The usual help, then an example, and the exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private const string Examples =
        """
        ferrobind new demo && cd demo && ferrobind run
        ferrobind bind ./mycrate
        ferrobind bind strsim@0.11 --go bindings/go
        ferrobind inspect strsim
        """;

    private const string ExitCodes =
        """
          0    done
          1    the crate, or something else that was built, has an error
          2    the command line asks for what cannot be done
          3    an output directory was refused; nothing in it was changed
          4    a tool is missing: see ferrobind doctor
          130  interrupted
        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        var command = parseResult.CommandResult.Command as ExampleCommand;
        var output = parseResult.InvocationConfiguration.Output;
        if (command?.Notes is { } notes)
            output.WriteLine(notes + "\n");
        output.WriteLine(command is null ? "Examples:" : "Example:");
        foreach (var line in (command?.Example ?? Examples).Split('\n'))
            output.WriteLine("  " + line);
        output.WriteLine();
        if (command is null)
            output.WriteLine($"Exit codes:\n{ExitCodes}\n");
        return result;
    }
}
