using System.Security.Cryptography;
using Ferrobind.Build;
using Ferrobind.Pipeline.Progress;
using Ferrobind.Plan;

namespace Ferrobind.Pipeline.Stages;

/// <summary>The libraries to ship, and where they lie.</summary>
/// <param name="PurePath">Null where no export can do without cgo.</param>
internal sealed record LibraryProducts(BuiltLibrary Library, string DynamicPath, string StaticPath, string? PurePath)
{
    /// <summary>Checks the shared library, closes the static one, and reads the machine code of both.</summary>
    public static async Task<LibraryProducts> MakeAsync(
        LibraryLocation location, BuiltBridge bridge, Toolchain toolchain, StepClock clock, CancellationToken cancellation)
    {
        var library = bridge.Plan.Names.LibraryName;
        var products = Path.Combine(location.Work.Bridge, "products");
        var dynamicPath = Path.Combine(products, $"lib{library}.so");
        var staticPath = Path.Combine(products, $"lib{library}.a");
        string[] symbols = [.. bridge.Plan.Symbols];

        var verdicts = clock.OwnStep("check the shared library", () =>
        {
            SharedLibrary.Verify(bridge.Build.SharedLibrary!, symbols);
            Directory.CreateDirectory(products);
            File.Copy(bridge.Build.SharedLibrary!, dynamicPath, overwrite: true);
            return (
                Seal: Seal.Write(dynamicPath), Direct: DirectVerdicts.Of(bridge.Plan, dynamicPath),
                Pure: PureVerdicts.Of(bridge.Plan, dynamicPath));
        });
        await clock.ToolStep(
            "ld", "Closing the static library",
            async () =>
            {
                string[] kept =
                [
                    .. symbols, .. verdicts.Direct.Values.OfType<ProvenDirect>().Select(v => v.Symbol),
                    .. verdicts.Pure.Values.OfType<ProvenPure>().Select(v => v.Symbol),
                ];
                await new StaticArchive(products, location.Cargo.Log)
                    .CloseAsync(bridge.Build.StaticLibrary!, kept, staticPath, cancellation).ConfigureAwait(false);
                return true;
            },
            _ => null).ConfigureAwait(false);
        return clock.OwnStep("check the static library", () =>
        {
            var seal = Seal.Write(staticPath);
            var platform = Platforms.Of(toolchain.Host);
            var purePath = Path.Combine(products, BuiltLibrary.PureFile(bridge.Plan.Names, platform));
            var pure = PureVerdicts.Make(verdicts.Pure, bridge.Plan, staticPath, purePath);
            return new LibraryProducts(
                new BuiltLibrary(
                    platform,
                    Path.GetFileName(dynamicPath), Digest(dynamicPath), Path.GetFileName(staticPath), Digest(staticPath),
                    [.. bridge.Build.SystemLibraries], location.Request.Link ?? LinkMode.Dynamic)
                {
                    Direct = DirectVerdicts.And(verdicts.Direct, bridge.Plan, staticPath),
                    DynamicSeal = verdicts.Seal ?? 0,
                    StaticSeal = seal ?? 0,
                    Pure = pure,
                },
                dynamicPath, staticPath, pure.Values.OfType<ProvenPure>().Any() ? purePath : null);
        });
    }

    private static string Digest(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
