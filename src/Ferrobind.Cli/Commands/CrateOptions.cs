using System.Collections.Immutable;
using System.CommandLine;
using Ferrobind.Pipeline;

namespace Ferrobind.Cli.Commands;

/// <summary>The options that say how a crate is read; <c>bind</c> and <c>inspect</c> both have them.</summary>
internal sealed class CrateOptions
{
    private static readonly char[] FeatureSeparators = [',', ' '];

    private readonly Argument<string[]> _crates = CrateArgument.Create();

    private readonly Option<string?> _name = new("--name")
    {
        Description = "The name of the library that several crates make; the default is their names, joined by -",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _features = new("--features", "-F")
    {
        Description = "The crate's features to switch on, separated by commas; of several crates, CRATE/FEATURE",
        HelpName = "a,b",
    };

    private readonly Option<bool> _noDefaultFeatures = new("--no-default-features")
    {
        Description = "Leave default features off",
    };

    private readonly Option<string?> _goModule = new("--go-module")
    {
        Description = "The Go module's path; the default is rust/NAME",
        HelpName = "PATH",
    };

    private readonly Option<string?> _csharpNamespace = new("--csharp-namespace")
    {
        Description = "The C# namespace, project and assembly; the default is the name in Pascal case",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _skip = new("--skip")
    {
        Description = "Public items to leave out, with all that is below them: strsim::generic_hamming",
        HelpName = "PATH…",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _instantiate = new("--instantiate")
    {
        Description = "Generic types to bind besides those that the API mentions: \"Stack<f64>\"",
        HelpName = "TYPE…",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _targetDirectory = new("--target-dir")
    {
        Description = "The cargo target directory; the default is the crate's own, or target for crates of the registry",
        HelpName = "DIR",
    };

    public void AddTo(Command command)
    {
        command.Add(_crates);
        command.Add(_name);
        command.Add(_features);
        command.Add(_noDefaultFeatures);
        command.Add(_goModule);
        command.Add(_csharpNamespace);
        command.Add(_skip);
        command.Add(_instantiate);
        command.Add(_targetDirectory);
    }

    public BindRequest Request(ParseResult parsed, string workingDirectory) => new()
    {
        Crates = [.. parsed.GetRequiredValue(_crates).Select(crate => CrateArgument.Classify(crate, workingDirectory))],
        Name = parsed.GetValue(_name),
        WorkingDirectory = workingDirectory,
        Features = [.. Many(parsed, _features).SelectMany(f => f.Split(FeatureSeparators, StringSplitOptions.RemoveEmptyEntries))],
        NoDefaultFeatures = parsed.GetValue(_noDefaultFeatures),
        GoModule = parsed.GetValue(_goModule),
        CSharpNamespace = parsed.GetValue(_csharpNamespace),
        Skip = Many(parsed, _skip),
        Instantiate = Many(parsed, _instantiate),
        TargetDirectory = parsed.GetValue(_targetDirectory) is { } directory
            ? Path.GetFullPath(directory, workingDirectory)
            : null,
    };

    private static ImmutableArray<string> Many(ParseResult parsed, Option<string[]> option) =>
        [.. parsed.GetValue(option) ?? []];
}
