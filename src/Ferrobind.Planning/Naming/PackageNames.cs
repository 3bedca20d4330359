using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;

namespace Ferrobind.Planning.Naming;

/// <summary>The names of the package as a whole.</summary>
public static class PackageNames
{
    /// <summary>
    /// The library's name hangs on the crate's alone, or the bundle's, since the bridge exists before the crates have been read.
    /// </summary>
    public static string LibraryName(string crateName) => Words.Ascii(crateName) + "_fb";

    /// <summary>The names of a crate that has a library for itself.</summary>
    public static PackagePlan Alone(CrateApi api, string crateName, LibraryOptions options)
    {
        var package = GoNames.Package(api.Name);
        var module = options.GoModule ?? "rust/" + package;
        var library = new LibraryNames(
            crateName, false, LibraryName(crateName), $"fb_{Words.Ascii(api.Name)}_", module, options.CSharpNamespace ?? Namespace(api));
        return new PackagePlan(
            crateName,
            api.Version,
            api.Name,
            api.Docs,
            library.SymbolPrefix,
            library,
            library.LibraryName + ".h",
            module,
            options.GoModule is null ? package : GoNames.Package(module[(module.LastIndexOf('/') + 1)..]),
            library.CSharpNamespace);
    }

    /// <summary>The C# namespace of a crate, where no other is chosen.</summary>
    // A type named like its namespace cannot be reached from outside of it: Rust.Regex then has the Regex.
    public static string Namespace(CrateApi api)
    {
        var name = CSharpNames.Pascal(api.Name);
        var members = new Members(api, new PresetArguments(api));
        return api.Items.Any(i => i is StructItem or EnumItem && CSharpNames.TypeName(i.Name) == name
            && !members.IsOnlyIterator(new PathType(i.Definition, []))) ? "Rust." + name : name;
    }
}
