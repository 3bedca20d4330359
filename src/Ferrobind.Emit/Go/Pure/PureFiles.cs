using System.Text.RegularExpressions;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>
/// The files of a package that are for programs without cgo. It is written a second time, with the exports that such a program has; a
/// file that is the same both times is one of both.
/// </summary>
internal static partial class PureFiles
{
    /// <param name="files">The package with cgo.</param>
    public static IEnumerable<GeneratedFile> Merge(BridgePlan plan, BuiltLibrary library, IEnumerable<GeneratedFile> files)
    {
        var others = Of(new GoPackage(plan, library, isPure: true)).ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (others.Remove(file.Path, out var other) && other.Text == file.Text)
            {
                yield return file;
                continue;
            }

            if (other is not null)
                yield return new GeneratedFile(file.Path[..^".go".Length] + "_pure.go", Constrained(other.Text, PurePackage.Constraint));
            // What uses cgo is left out without it, whatever it says, and packages below have their own constraints.
            yield return file.Path.EndsWith(".go", StringComparison.Ordinal) && !file.Path.Contains('/') && !HasConstraint().IsMatch(file.Text)
                ? file with { Text = Constrained(file.Text, "cgo") } : file;
        }

        foreach (var other in others.Values)
            yield return other with { Text = other.Path.Contains('/') ? other.Text : Constrained(other.Text, PurePackage.Constraint) };
    }

    private static List<GeneratedFile> Of(GoPackage package)
    {
        var files = new List<GeneratedFile> { PackageDocWriter.Write(package), Library(package) };
        files.AddRange(PurePackage.Of(package));
        if (!package.Plan.Constants.IsEmpty)
            files.Add(ConstantWriter.Write(package));
        files.AddRange(FunctionFiles.Of(package));
        files.AddRange(TypeFiles.Of(package));
        files.AddRange(package.Wire.Files(package));
        files.AddRange(SupportFiles.Of(package));
        return files;
    }

    private static GeneratedFile Library(GoPackage package) => package.File("library", package.Source().Line($"""
        package {package.Name}

        // fbPackage is the package's name, for messages.
        const fbPackage = "{package.Name}"

        // LinkMode says how the program is linked to the Rust library: "pure", as this
        // program is built without cgo. Functions that need more than that are not there:
        // "ferrobind inspect --direct" lists them, and what they need.
        const LinkMode = "pure"
        """).ToString());

    private static string Constrained(string text, string constraint)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal) + 2;
        return $"{text[..end]}//go:build {constraint}\n\n{text[end..]}";
    }

    [GeneratedRegex("^//go:build ", RegexOptions.Multiline)]
    private static partial Regex HasConstraint();
}
