namespace Ferrobind.Build;

/// <summary>Every program that Ferrobind knows of, in the order in which <c>doctor</c> lists them.</summary>
public static class KnownPrograms
{
    public static readonly ProgramInfo Cargo = new(
        "cargo", "reading and building Rust crates",
        "Install Rust 1.85 or newer with rustup (rustup.rs), then open a new terminal.", Variable: "CARGO");

    public static readonly ProgramInfo Rustc = new(
        "rustc", "compiling Rust",
        "Install Rust 1.85 or newer with rustup (rustup.rs), then open a new terminal.", Variable: "RUSTC");

    public static readonly ProgramInfo Gcc = new(
        "gcc", "linking Rust libraries, and cgo programs",
        HowToGetPackage("build-essential", "gcc"));

    public static readonly ProgramInfo Ld = new(
        "ld", "making static libraries that can be linked beside others", HowToGetPackage("binutils", "binutils"));

    public static readonly ProgramInfo Objcopy = new(
        "objcopy", "making static libraries that can be linked beside others", HowToGetPackage("binutils", "binutils"));

    public static readonly ProgramInfo Go = new(
        "go", "building Go programs (not for generating them)",
        "Go 1.24 or newer. Debian, Ubuntu: sudo apt install golang-go\nFedora: sudo dnf install golang\nmacOS: brew install go",
        VersionArguments: "version", Required: false);

    public static readonly ProgramInfo Dotnet = new(
        "dotnet", "building C# programs (not for generating them)",
        ".NET SDK 10. Ubuntu: sudo apt install dotnet-sdk-10.0 (Debian: after adding Microsoft's package feed)\n"
        + "Fedora: sudo dnf install dotnet-sdk-10.0\nmacOS: brew install dotnet-sdk",
        Required: false);

    public static readonly IReadOnlyList<ProgramInfo> All = [Cargo, Rustc, Gcc, Ld, Objcopy, Go, Dotnet];

    private static string HowToGetPackage(string debian, string fedora) =>
        $"Debian, Ubuntu: sudo apt install {debian}\nFedora: sudo dnf install {fedora}\nmacOS: xcode-select --install";
}
