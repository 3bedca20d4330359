using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>
/// Writes the files of which build constraints choose one: how a program is linked to the library, or why it cannot be.
/// </summary>
internal static class LinkWriter
{
    public static IEnumerable<GeneratedFile> Write(GoPackage package, BuiltLibrary library)
    {
        var platform = library.Platform;
        var here = $"{platform.GoOs} && {platform.GoArch}";
        var isDynamicDefault = library.DefaultLink is LinkMode.Dynamic;
        var directory = $"${{SRCDIR}}/{Vendoring.FromPackage(package.Plan.Package.Library)}/{platform.GoOs}_{platform.GoArch}";
        yield return package.File("link_dynamic", Link(
            package, "dynamic",
            $"{here} && {(isDynamicDefault ? "!ferrobind_static && !ferrobind_direct" : "ferrobind_dynamic && !ferrobind_direct")}",
            isDynamicDefault ? "This is the default; the build tag\n// ferrobind_static chooses the other one." : "The build tag ferrobind_dynamic chose this one.",
            library.DynamicFile, library.DynamicDigest,
            [$"-L{directory} -l{package.Plan.Package.Library.LibraryName}", .. RunPaths(platform, directory)]));
        yield return package.File("link_static", Link(
            package, "static",
            $"{here} && {(isDynamicDefault ? "(ferrobind_static || ferrobind_direct)" : "(!ferrobind_dynamic || ferrobind_direct)")}",
            isDynamicDefault ? "The build tag ferrobind_static chose this one." : "This is the default; the build tag\n// ferrobind_dynamic chooses the other one.",
            library.StaticFile, library.StaticDigest,
            [$"{directory}/{library.StaticFile}", .. library.SystemLibraries.Length == 0
                ? Array.Empty<string>()
                : [string.Join(' ', library.SystemLibraries.Select(name => "-l" + name))]]));
        yield return package.File("link_unsupported", Unsupported(package, platform));
        yield return package.File("link_vendor", Vendoring.File(package));
    }

    /// <summary>The library is found beside the program, and where it was built.</summary>
    private static string[] RunPaths(Platform platform, string directory) => platform.GoOs switch
    {
        "windows" => [],
        "darwin" => ["-Wl,-rpath,@executable_path", $"-Wl,-rpath,{directory}"],
        _ => ["-Wl,-rpath,$ORIGIN", $"-Wl,-rpath,{directory}"],
    };

    // Go hashes this file and not the library, so the digest has to be in it, and in what it compiles to: only then is
    // a program linked again when the library has changed.
    private static string Link(
        GoPackage package, string mode, string constraint, string chosen, string file, string digest, IEnumerable<string> flags)
    {
        var code = package.Source(constraint).Line($"package {package.Name}").Blank().Line("/*").Line($"// {file}, SHA-256 {digest}");
        foreach (var flag in flags)
            code.Line($"#cgo LDFLAGS: {flag}");
        var isDirect = mode == "static" && package.Direct.Any;
        code.Line("*/").Line("import \"C\"");
        if (isDirect)
            code.Blank().Line($"import {DirectCalls.Alias} \"{package.Direct.ImportPath}\"");
        return code.Blank().Line($"""
            // LinkMode says how the program is linked to the Rust library: "dynamic" or
            // "static"{(isDirect ? ", or \"direct\" if it is static and some calls need no cgo" : "")}. {chosen}
            const LinkMode = {(isDirect ? $"{DirectCalls.Alias}.LinkMode" : $"\"{mode}\"")}

            // fbLibrary is the library that the bindings were made with.
            const fbLibrary = "{file}, SHA-256 {digest}"
            """).ToString();
    }

    private static string Unsupported(GoPackage package, Platform platform) =>
        package.Pure.Any ? package.Source($"!({platform.GoOs} && {platform.GoArch}) || (!cgo && go1.28)").Line($"""
            package {package.Name}

            // There is no Rust library for this platform: it was built for {platform.GoOs}/{platform.GoArch},
            // and with Go 1.28 and later it needs cgo (CGO_ENABLED=1 and a C compiler). Run
            // ferrobind bind here.
            var _ = {package.Name}_needs_cgo_and_was_built_for_{platform.GoOs}_{platform.GoArch}_only
            """).ToString()
        : package.Source($"!cgo || !({platform.GoOs} && {platform.GoArch})").Line($"""
            package {package.Name}

            // There is no Rust library for this platform: it was built for {platform.GoOs}/{platform.GoArch},
            // and it needs cgo (CGO_ENABLED=1 and a C compiler). Run ferrobind bind here.
            var _ = {package.Name}_needs_cgo_and_was_built_for_{platform.GoOs}_{platform.GoArch}_only
            """).ToString();
}
