using Ferrobind.Cli;

using var interruption = new Interruption();
return await FerrobindCommand.RunAsync(args, CliHost.OfProcess(), interruption.Token).ConfigureAwait(false);
