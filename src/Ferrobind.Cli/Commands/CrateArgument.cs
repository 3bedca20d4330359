using System.CommandLine;
using Ferrobind.Diagnostics;
using Ferrobind.Pipeline;

namespace Ferrobind.Cli.Commands;

/// <summary>The CRATE of a command line: a path, or a name of the registry.</summary>
internal static class CrateArgument
{
    public static Argument<string[]> Create()
    {
        var crates = new Argument<string[]>("CRATE")
        {
            Description = "A directory with a Cargo.toml, or NAME[@VERSION] of the registry that cargo uses; several make one library",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => ["."],
        };

        // As many as there are, so what is no option that is known would be one, too.
        crates.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } option)
                result.AddError($"There is no option {option.Value}.");
        });
        return crates;
    }

    /// <summary>
    /// A path if it looks like one (it contains a separator or starts with a dot) or is a directory with a Cargo.toml;
    /// else a crate of the registry.
    /// </summary>
    /// <exception cref="FerrobindException">It can be neither.</exception>
    public static CrateSource Classify(string text, string workingDirectory)
    {
        if (IsPath(text, workingDirectory))
            return new PathCrate(Path.GetFullPath(text, workingDirectory));

        var at = text.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? text : text[..at];
        var version = at < 0 ? null : text[(at + 1)..];
        if (!IsName(name) || version is { Length: 0 })
            throw UsageFailures.NotACrate(text);
        return new RegistryCrate(name, version);
    }

    private static bool IsPath(string text, string workingDirectory) =>
        text.StartsWith('.')
        || text.Contains(Path.DirectorySeparatorChar)
        || text.Contains(Path.AltDirectorySeparatorChar)
        || (text.Length > 0 && File.Exists(Path.Combine(workingDirectory, text, "Cargo.toml")));

    private static bool IsName(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
