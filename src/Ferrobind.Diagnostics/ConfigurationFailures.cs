namespace Ferrobind.Diagnostics;

/// <summary>Messages about <c>ferrobind.toml</c> and names that are chosen by hand: FB0050 to FB0069.</summary>
public static class ConfigurationFailures
{
    public static FerrobindException NotReadable(string file, string why, Exception? inner = null) => new(
        new Diagnostic("FB0050", $"{file} cannot be read: {why}", "docs/configuration.md lists what it may say."), inner);

    public static FerrobindException UnknownKey(string file, string key) => new(new Diagnostic(
        "FB0051", $"{file} says {key}, which means nothing here.",
        "The keys are name, link, features, default-features, skip, instantiate, go.out, go.module, csharp.out, csharp.namespace, header.out and, below crates.NAME, features, default-features, skip and instantiate."));

    public static FerrobindException GoModuleClashes(string module, string why) => new(new Diagnostic(
        "FB0052", $"The Go module cannot be named {module}: {why}.",
        "Choose another with --go-module, or go.module in ferrobind.toml: rust/NAME never clashes."));

    public static FerrobindException NamespaceClashes(string name, string why) => new(new Diagnostic(
        "FB0053", $"The C# namespace cannot be named {name}: {why}.",
        "Choose another with --csharp-namespace, or csharp.namespace in ferrobind.toml."));

    public static FerrobindException NoOutput() => new(new Diagnostic(
        "FB0054", "There is nothing to write: no output directory is named.",
        "Name one with --go, --csharp or --header, or with out = in ferrobind.toml."));

    public static FerrobindException SameOutput(string directory) => new(new Diagnostic(
        "FB0055", $"Two outputs have the same directory, {directory}.", "Give each a directory of its own."));

    public static FerrobindException SymbolClashes(string symbol) => new(new Diagnostic(
        "FB0056", $"The crate exports a C function named {symbol}, a name that the bridge needs for itself.",
        "Rename the function, or leave it out with --skip and its path."));

    public static FerrobindException UnknownPlatform(string target, IEnumerable<string> known) => new(new Diagnostic(
        "FB0058", $"Rust builds for {target} here, and Ferrobind does not know that platform.",
        $"It knows {string.Join(" and ", known)}."));

    public static FerrobindException NotInstantiable(string type) => new(new Diagnostic(
        "FB0059", $"{type} is no type of the crate that can be instantiated.",
        "Write it as Rust does, with all of its type arguments: Stack<f64>, IndexMap<String, i64>."));

    public static FerrobindException BundleName(string name, string why) => new(new Diagnostic(
        "FB0060", $"{name} cannot be the name of the bundle: {why}.", "Choose another with --name, or name in ferrobind.toml."));

    public static FerrobindException CrateTwice(string crate) => new(new Diagnostic(
        "FB0061", $"{crate} is asked for twice, and one library has each crate in one version only.",
        "Leave one out, or bind it by itself: two libraries can be in one program."));

    public static FerrobindException WhoseFeature(string feature, IEnumerable<string> crates) => new(new Diagnostic(
        "FB0062", $"The feature {feature} is asked for of several crates, and does not say whose it is.",
        $"Write CRATE/FEATURE, where CRATE is one of {string.Join(", ", crates)}."));

    public static FerrobindException NoSuchMember(string crate, IEnumerable<string> crates) => new(new Diagnostic(
        "FB0063", $"ferrobind.toml says something about {crate}, which is not among the crates that are bound.",
        $"They are {string.Join(", ", crates)}."));

    public static FerrobindException NothingToBind(string crate) => new(new Diagnostic(
        "FB0057", $"{crate} offers nothing that crosses.",
        $"ferrobind inspect {crate} lists every public item with the reason."));
}
