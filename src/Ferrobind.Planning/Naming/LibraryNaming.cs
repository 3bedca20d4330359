using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Naming;

/// <summary>The names of a library and of its packages, one a crate.</summary>
internal static class LibraryNaming
{
    // What the project's own namespace has besides.
    private static readonly string[] Shared = [.. CSharpNames.SupportNames, "Interop"];

    /// <param name="crates">What each offers, and its name as Cargo knows it.</param>
    /// <returns>In the order of the crates.</returns>
    public static ImmutableArray<PackagePlan> Of(ImmutableArray<(CrateApi Api, string Name)> crates, LibraryOptions options) =>
        options.Bundle is { } bundle ? Bundle(crates, bundle, options) : [PackageNames.Alone(crates[0].Api, crates[0].Name, options)];

    private static ImmutableArray<PackagePlan> Bundle(
        ImmutableArray<(CrateApi Api, string Name)> crates, string bundle, LibraryOptions options)
    {
        var prefixes = Prefixes([.. crates.Select(crate => crate.Api.Name), bundle]);
        var spaces = new NameTable(options.CSharpNamespace is null ? [] : Shared);
        var project = options.CSharpNamespace ?? spaces.Take(CSharpNames.Pascal(bundle));
        var library = new LibraryNames(
            bundle, true, PackageNames.LibraryName(bundle), prefixes[bundle], options.GoModule ?? "rust/" + bundle, project);
        var packages = new NameTable([]);
        return [.. crates.Select(crate => Package(crate.Api, crate.Name))];

        PackagePlan Package(CrateApi api, string name)
        {
            var package = packages.Take(GoNames.Package(api.Name));
            var space = options.CSharpNamespace is null
                ? spaces.Take(Namespace(api))
                : $"{project}.{spaces.Take(CSharpNames.Pascal(api.Name))}";
            return new PackagePlan(
                name, api.Version, api.Name, api.Docs, prefixes[api.Name], library, $"{prefixes[api.Name][3..]}fb.h",
                $"{library.GoModule}/{package}", package, space);
        }
    }

    // Beside a namespace Rust.Regex, one called Rust would have types that look like namespaces.
    private static string Namespace(CrateApi api) => PackageNames.Namespace(api) is var space && space == "Rust" ? "Rust.Rust" : space;

    /// <summary>
    /// What the symbols of each start with. None is the beginning of another: an item <c>bar_x</c> of a crate <c>foo</c> and <c>x</c> of a
    /// crate <c>foo_bar</c> would have the same symbol.
    /// </summary>
    private static Dictionary<string, string> Prefixes(ImmutableArray<string> names)
    {
        var prefixes = new Dictionary<string, string>(StringComparer.Ordinal);
        bool IsFree(string prefix) => !prefixes.Values.Any(taken =>
            taken.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(taken, StringComparison.Ordinal));

        // The shortest first: it keeps its own, in whatever order they were asked for.
        foreach (var name in names.OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal))
        {
            var plain = Words.Ascii(name);
            var whole = plain.Replace("_", "", StringComparison.Ordinal);
            var prefix = $"fb_{plain}_";
            for (var number = 1; !IsFree(prefix); number++)
                prefix = number == 1 ? $"fb_{whole}_" : $"fb_{whole}{number}_";
            prefixes.Add(name, prefix);
        }

        return prefixes;
    }
}
