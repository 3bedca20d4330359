using Ferrobind.Build;

namespace Ferrobind.Pipeline.Progress;

/// <summary>Passes what tools print on to whoever watches the run.</summary>
internal sealed class ReporterLog(IRunReporter reporter) : IToolLog
{
    private string _tool = "";

    public void Command(string commandLine)
    {
        _tool = commandLine.Split(' ')[0];
        reporter.ToolLine(_tool, "$ " + commandLine);
    }

    public void Line(string line) => reporter.ToolLine(_tool, line);
}
