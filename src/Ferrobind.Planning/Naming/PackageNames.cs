using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Naming;

/// <summary>The names of the package as a whole.</summary>
public static class PackageNames
{
    /// <summary>
    /// The library's name hangs on the crate's alone, since the bridge exists before the crate has been read.
    /// </summary>
    public static string LibraryName(string crateName) => Words.Ascii(crateName) + "_fb";

    public static PackagePlan Of(CrateApi api, PlanOptions options)
    {
        var symbol = Words.Ascii(api.Name);
        var package = GoNames.Package(api.Name);
        var module = options.GoModule ?? "rust/" + package;
        return new PackagePlan(
            options.CrateName,
            api.Version,
            api.Name,
            api.Docs,
            $"fb_{symbol}_",
            LibraryName(options.CrateName),
            module,
            options.GoModule is null ? package : GoNames.Package(module[(module.LastIndexOf('/') + 1)..]),
            options.CSharpNamespace ?? Namespace(api));
    }

    // A type named like its namespace cannot be reached from outside of it: Rust.Regex then has the Regex.
    private static string Namespace(CrateApi api)
    {
        var name = CSharpNames.Pascal(api.Name);
        var members = new Members(api);
        return api.Items.Any(i => i is StructItem or EnumItem && CSharpNames.TypeName(i.Name) == name
            && !members.IsOnlyIterator(new PathType(i.Definition, []))) ? "Rust." + name : name;
    }
}
