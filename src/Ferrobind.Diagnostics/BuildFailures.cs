namespace Ferrobind.Diagnostics;

/// <summary>Messages about compiling and linking: FB0200 to FB0299.</summary>
public static class BuildFailures
{
    public static FerrobindException CargoFailed(string command, string output) => new(
        new Diagnostic("FB0200", $"{command} failed.", "Cargo's own message says why.", output));

    public static FerrobindException CrateDoesNotCompile(string crate, string output) => new(
        new Diagnostic(
            "FB0201",
            $"{crate} does not compile.",
            "It is built as it is, so the error is in the crate, its features or its build environment: cargo build shows it too.",
            output));

    public static FerrobindException BridgeDoesNotBuild(string manifest, string output) => new(
        new Diagnostic(
            "FB0202",
            $"The generated bridge crate does not build ({manifest}).",
            "If the linker or a system library is named, install that. Else this is a defect of Ferrobind: please report it.",
            output));

    public static FerrobindException PanicAbort(string library) => new(
        new Diagnostic(
            "FB0203",
            $"{library} is built with panic = \"abort\": a panic in it would end the whole program.",
            "Remove panic = \"abort\" from cargo's configuration, CARGO_PROFILE_*_PANIC and RUSTFLAGS; "
            + "that of the crate's own Cargo.toml does no harm."));

    public static FerrobindException ArchiveNotClosed(string archive, string tool, string output) => new(
        new Diagnostic(
            "FB0204",
            $"{tool} cannot make one closed object of {archive}.",
            "It takes ld and objcopy of GNU binutils 2.31 or newer; ferrobind doctor shows which are found.",
            output));

    public static FerrobindException MissingExports(string library, IReadOnlyCollection<string> symbols) => new(
        new Diagnostic(
            "FB0205",
            $"{library} does not define {Names(symbols)}.",
            "This is a defect of Ferrobind, or a crate that removes symbols: please report it."));

    public static FerrobindException ForeignSymbols(string library, IReadOnlyCollection<string> symbols) => new(
        new Diagnostic(
            "FB0206",
            $"{library} defines {Names(symbols)} globally, which could clash with another library.",
            "This is a defect of Ferrobind: please report it."));

    public static FerrobindException NoArtifact(string what, string manifest) => new(
        new Diagnostic("FB0207", $"Cargo built {manifest}, but left no {what}.", "This is a defect of Ferrobind: please report it."));

    public static FerrobindException NotALibraryFile(string file, string why) => new(
        new Diagnostic("FB0208", $"{file} is not a library that can be read: {why}.", "Remove the file and run again."));

    private static string Names(IReadOnlyCollection<string> symbols) => symbols.Count <= 5
        ? string.Join(", ", symbols)
        : $"{string.Join(", ", symbols.Take(5))} and {symbols.Count - 5} more symbols";
}
