using Ferrobind.Api;
using Ferrobind.Planning.Naming;

namespace Ferrobind.Planning.Types;

/// <summary>The names of types: a module is a prefix in Go; in C# all types share the namespace.</summary>
/// <param name="errors">
/// The definition paths of types that functions fail with. In Go the error itself has the plain name, and its data
/// another: <c>ParseError</c> holds a <c>ParseErrorKind</c>.
/// </param>
internal sealed class TypeNames(NameTable go, NameTable csharp, string crate, IReadOnlySet<string> errors)
{
    /// <summary>A type's names. Its arguments are part of them: <c>Pair&lt;f64&gt;</c> is <c>PairF64</c>.</summary>
    /// <param name="goCompanions">Other names of the package's scope that the type brings: its variants'.</param>
    public (string C, string Go, string CSharp) Take(
        ApiItem item, PathType type, Func<string, IEnumerable<string>> goCompanions)
    {
        var arguments = string.Concat(type.TypeArguments().Select(t => "_" + Flat(RustSyntax.Of(t))));
        var below = item.Path[(crate.Length + 2)..];
        var plainGo = string.Concat(below.Split("::").Select(GoNames.Exported)) + Suffix(arguments, GoNames.Exported);
        if (errors.Contains(item.Definition.Path) && plainGo.EndsWith("Error", StringComparison.Ordinal))
            plainGo += item is EnumItem ? "Kind" : "Value";
        return (
            Words.Ascii(below.Replace("::", "_", StringComparison.Ordinal)).ToLowerInvariant() + arguments.ToLowerInvariant(),
            go.Take(plainGo, goCompanions),
            csharp.Take(CSharpNames.TypeName(item.Name) + Suffix(arguments, CSharpNames.Pascal)));
    }

    private static string Suffix(string arguments, Func<string, string> name) => arguments.Length == 0 ? "" : name(arguments);

    private static string Flat(string rust) =>
        string.Join('_', rust.Split(['<', '>', ',', ' ', '&', '(', ')', '[', ']', ';', ':', '\''], StringSplitOptions.RemoveEmptyEntries));
}
