using Ferrobind.Plan;

namespace Ferrobind.Cli.Tests;

/// <summary>Plans made by hand.</summary>
internal static class Plans
{
    /// <summary>A crate with one item of each sort.</summary>
    public static BridgePlan Demo { get; } = new(
        new PackagePlan(
            "image-tools", "0.2.0", "image_tools", null, "fb_image_tools_", "image_tools_fb", "rust/imagetools", "imagetools",
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
}
