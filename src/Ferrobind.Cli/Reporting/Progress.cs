using Ferrobind.Pipeline.Progress;

namespace Ferrobind.Cli.Reporting;

/// <summary>Shows how work goes while it goes.</summary>
internal interface IProgress
{
    /// <summary>Does the work; what it reports is shown. Nothing is left moving when this returns or throws.</summary>
    Task<T> ShowAsync<T>(Func<IRunReporter, Task<T>> work);
}

/// <summary>Which progress suits whom.</summary>
internal static class Progress
{
    public static IProgress For(CliHost host, Verbosity verbosity) => verbosity switch
    {
        Verbosity.Quiet => new QuietReporter(),
        // What tools print would tear up a line that moves.
        Verbosity.Verbose => new PlainReporter(host.Error, showsTools: true),
        _ when host.ErrorIsTerminal => new TerminalReporter(Consoles.ForError(host)),
        _ => new PlainReporter(host.Error, showsTools: false),
    };
}
