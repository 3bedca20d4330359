namespace Ferrobind.Diagnostics;

/// <summary>Messages about reading a crate's API: FB0100 to FB0199.</summary>
public static class ReadFailures
{
    public static FerrobindException UnknownFormat(int found, int oldest, int newest, string? toolchain = null) => new(
        new Diagnostic(
            "FB0101",
            $"rustdoc JSON has format version {found}{(toolchain is null ? "" : $" ({toolchain})")}, "
            + $"which cannot be read: versions {oldest} to {newest} are known.",
            found > newest
                ? "Use an older Rust toolchain (rustup override set stable), or a newer Ferrobind."
                : "Use Rust 1.85 or newer (rustup update stable)."));

    public static FerrobindException NotRustdocJson(string file, string why, Exception? inner = null) => new(
        new Diagnostic("FB0102", $"{file} is not rustdoc JSON: {why}", "Remove the file and run again."), inner);

    public static FerrobindException NoCrateAt(string path) => new(
        new Diagnostic(
            "FB0103",
            $"There is no crate at {path}.",
            "Give the directory that holds the crate's Cargo.toml, or NAME[@VERSION] for a crate of the registry."));

    public static FerrobindException NoSuchCrate(string crate, string output) => new(
        new Diagnostic(
            "FB0104",
            $"The registry has no crate {crate}.",
            "Check the name. For a crate on this machine, give a path: ./NAME.",
            output));

    public static FerrobindException NoSuchVersion(string crate, string output) => new(
        new Diagnostic(
            "FB0105",
            $"No version of {crate}, or of a crate that it needs, meets the requirements.",
            "Cargo's message names the versions there are.",
            output));

    public static FerrobindException RegistryUnreachable(string crate, string output) => new(
        new Diagnostic(
            "FB0106",
            $"Cargo cannot get {crate}, or a crate that it needs, from its registry.",
            "Check the network, or the registry settings in .cargo/config.toml: "
            + "Ferrobind goes by what cargo is configured for in the working directory.",
            output));

    public static FerrobindException NoSuchFeature(string crate, string output) => new(
        new Diagnostic(
            "FB0107", $"A feature is asked for that {crate} does not have.", "Cargo's message names the ones there are.", output));

    public static FerrobindException NotALibrary(string crate, string manifest) => new(
        new Diagnostic(
            "FB0108",
            $"{crate} is not a library: it has nothing that could be called ({manifest}).",
            "Move what is to be called to src/lib.rs; the program in src/main.rs can use it from there."));

    public static FerrobindException ProcMacro(string crate) => new(
        new Diagnostic(
            "FB0109",
            $"{crate} is a procedural macro: it runs inside the compiler, so there is nothing to call at run time.",
            "Bind a crate that uses the macro instead."));

    public static FerrobindException NotForRust(string crate, string manifest, string crateTypes) => new(
        new Diagnostic(
            "FB0110",
            $"{crate} is built as {crateTypes} only, so no other Rust crate can use it, the bridge included.",
            $"Add \"lib\": crate-type = [\"lib\", …] under [lib] in {manifest}."));

    public static FerrobindException BadManifest(string crate, string output) => new(
        new Diagnostic("FB0111", $"Cargo cannot read the manifest of {crate}.", "Correct what cargo says.", output));
}
