using Ferrobind.Build;
using Ferrobind.Emit.Rust;
using Ferrobind.Pipeline.Stages;

namespace Ferrobind.Cli.Tests;

/// <summary>What of a bridge the compiler's errors are about.</summary>
public sealed class BlameTests
{
    private static readonly RustBridge Bridge = new(
        [], [new ExportSpan("fb_grow", "src/exports.rs", 1, 9), new ExportSpan("fb_shrink", "src/exports.rs", 11, 19)],
        [new TypeSpan("grids::Grid", "src/types.rs", 1, 1), new TypeSpan("grids::Row", "src/types.rs", 3, 3)]);

    [Fact]
    public void An_error_is_about_the_export_in_whose_lines_it_lies() =>
        Assert.Equal([new Blamed("fb_shrink", "no such thing (E0599)", false)], Blamed(Error("E0599", "exports.rs", 12)));

    [Fact]
    public void Where_a_type_does_not_compile_exports_wait() =>
        Assert.Equal(
            ["grids::Grid"], Blamed(Error("E0107", "exports.rs", 2), Error("E0747", "types.rs", 1)).Select(b => b.Key));

    [Fact]
    public void Types_that_conflict_with_one_that_does_not_compile_wait_too() =>
        Assert.Equal(
            ["grids::Row"], Blamed(Error("E0119", "types.rs", 1), Error("E0747", "types.rs", 3)).Select(b => b.Key));

    // It has no number.
    [Fact]
    public void A_lifetime_of_a_type_says_nothing_of_exports() =>
        Assert.Equal(
            ["grids::Row", "fb_grow"],
            Blamed(Error(null, "types.rs", 3), Error("E0277", "exports.rs", 2)).Select(b => b.Key));

    [Fact]
    public void What_lacks_a_bound_is_not_for_its_lifetimes() =>
        Assert.Equal(
            [true, false],
            Blamed(Error("E0597", "exports.rs", 2), Error("E0597", "exports.rs", 12), Error("E0277", "exports.rs", 13)).Select(b => b.MayBeOfLifetimes));

    private static IReadOnlyList<Blamed> Blamed(params ReadOnlySpan<CompilerMessage> errors) => Blame.Of(errors.ToArray(), Bridge, "/bridge");

    private static CompilerMessage Error(string? code, string file, int line) =>
        new("bridge", "/bridge/Cargo.toml", code, "no such thing", "", [new SourceSpan($"/bridge/src/{file}", line, line, true)]);
}
