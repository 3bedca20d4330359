using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>
/// Where the library files lie, and what makes <c>go mod vendor</c> copy them: it leaves out directories without Go files, unless a file embeds them.
/// That a file is ignored by the compiler does not matter. What is embedded lies below the file, so the packages of a bundle import one whose
/// directory it is.
/// </summary>
internal static class Vendoring
{
    private const string Shared = "internal/lib";

    /// <summary>The directory of the libraries of all platforms, below the module's.</summary>
    public static string Directory(LibraryNames names) => names.IsBundle ? Shared : "lib";

    /// <summary>The same, from a package's directory.</summary>
    public static string FromPackage(LibraryNames names) => names.IsBundle ? "../" + Shared : "lib";

    /// <summary>The file of a package.</summary>
    public static string File(GoPackage package)
    {
        var names = package.Plan.Package.Library;
        return names.IsBundle
            ? package.Source().Line($"""
                package {package.Name}

                // The libraries lie in its directory, which "go mod vendor" copies with it.
                import _ "{names.GoModule}/{Shared}"
                """).ToString()
            : Embedding(package.Source("ignore"), package.Name, "lib");
    }

    /// <summary>The files besides the packages.</summary>
    public static IEnumerable<GeneratedFile> Files(LibraryPlan plan)
    {
        if (!plan.Names.IsBundle)
            yield break;
        CodeWriter Source(string? constraint = null) => GoPackage.Source(plan.Names, constraint);
        yield return new GeneratedFile($"{Shared}/doc.go", Source().Line("""
            // Package lib has no code: the Rust libraries lie in its directory.
            package lib
            """).ToString());
        yield return new GeneratedFile($"{Shared}/vendor.go", Embedding(Source("ignore"), "lib", "*_*"));
    }

    private static string Embedding(CodeWriter code, string package, string pattern) => code.Line($"""
        // This file is never compiled. It makes "go mod vendor" copy the libraries.

        package {package}

        import "embed"

        //go:embed {pattern}
        var _ embed.FS
        """).ToString();
}
