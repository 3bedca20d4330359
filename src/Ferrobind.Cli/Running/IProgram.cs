using Ferrobind.Cli.Reporting;

namespace Ferrobind.Cli.Running;

/// <summary>A program of a project, that calls what was bound.</summary>
internal interface IProgram
{
    /// <summary>Builds and runs it; what it prints goes where Ferrobind's own output goes.</summary>
    /// <returns>Its exit code, or that of the tool that could not build it.</returns>
    Task<int> RunAsync(IProgress progress, CancellationToken cancellation);
}
