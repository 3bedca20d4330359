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
}
