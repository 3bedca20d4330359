using Ferrobind.Plan;

namespace Ferrobind.Cli.Tests;

/// <summary>Plans made by hand.</summary>
internal static class Plans
{
    private static LibraryNames Names { get; } = new("image-tools", false, "image_tools_fb", "fb_image_tools_", "rust/imagetools", "ImageTools");

    /// <summary>A crate with one item of each sort.</summary>
    public static BridgePlan Demo { get; } = new(
        new PackagePlan(
            "image-tools", "0.2.0", "image_tools", null, "fb_image_tools_", Names, "image_tools_fb.h", "rust/imagetools", "imagetools",
            "ImageTools"),
        Exports: [], RawFunctions: [], Constants: [], Errors: [], Modules: [],
        Ledger:
        [
            new LedgerEntry("image_tools", "module", "mod image_tools", new Transparent("the crate's root")),
            new LedgerEntry(
                "image_tools::MAX", "constant", "const MAX: u32", new Bridged("constant", null, "Max", "ImageToolsLib.Max")),
            new LedgerEntry(
                "image_tools::Image", "struct", "struct Image<'a>", new Skipped("FB1001", "struct items do not cross yet.")),
            new LedgerEntry(
                "image_tools::mean", "function", "fn mean(values: &[f64]) -> Option<f64>",
                new Bridged("call", "fb_image_tools_mean", "Mean", "ImageToolsLib.Mean")),
        ]);

    /// <summary>A library of that crate alone.</summary>
    public static LibraryPlan Alone { get; } = new(Names, [Demo]);

    /// <summary>A library of that crate and another one.</summary>
    public static LibraryPlan Bundle { get; } = new(
        new LibraryNames("deps", true, "deps_fb", "fb_deps_", "rust/deps", "Deps"),
        [
            In(Demo.Package with { GoImport = "rust/deps/imagetools" }),
            In(Demo.Package with { CrateName = "other", CrateVersion = "1.0.0", GoImport = "rust/deps/other", CSharpNamespace = "Other" }),
        ]);

    private static BridgePlan In(PackagePlan package) => Demo with { Package = package };
}
