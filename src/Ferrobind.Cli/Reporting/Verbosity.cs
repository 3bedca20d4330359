namespace Ferrobind.Cli.Reporting;

/// <summary>How much is told: <c>--quiet</c>, neither, <c>--verbose</c>.</summary>
internal enum Verbosity { Quiet, Normal, Verbose }
