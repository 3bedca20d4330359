namespace Ferrobind.Diagnostics;

/// <summary>Messages about the programs that Ferrobind runs: FB0400 to FB0499.</summary>
public static class ToolchainFailures
{
    public static FerrobindException Missing(string program, string neededFor, string howToGet) => new(
        new Diagnostic("FB0401", $"{program} was not found. It is needed for {neededFor}.", howToGet));

    public static FerrobindException RustNotInstalled(string output) => new(
        new Diagnostic(
            "FB0402",
            "The Rust toolchain that this directory asks for is not installed.",
            "Install it (rustup toolchain install NAME), or change rust-toolchain.toml or RUSTUP_TOOLCHAIN.",
            output));

    public static FerrobindException RustTooOld(string crate, string output) => new(
        new Diagnostic(
            "FB0403",
            $"{crate}, or a crate that it needs, asks for a newer Rust than the one in use.",
            "Update it (rustup update stable), or bind an older version of the crate.",
            output));

    public static FerrobindException CannotRun(string program, string why, Exception? inner = null) => new(
        new Diagnostic("FB0404", $"{program} cannot be run: {why}", "ferrobind doctor shows which one is found, and where."),
        inner);

    public static FerrobindException NoStaticLinking(string platform) => new(
        new Diagnostic(
            "FB0405",
            $"Static libraries are not made on {platform} yet.",
            "Run ferrobind on Linux, for now."));
}
