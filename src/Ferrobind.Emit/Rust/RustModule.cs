using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust;

/// <summary>Where a crate's part of the bridge is: the root itself, or, among several, a module of its own.</summary>
/// <param name="Name">The module, which no crate and no part of the bridge is called; null for the root.</param>
internal sealed record RustModule(string? Name)
{
    public static RustModule Of(PackagePlan package) => new(package.Library.IsBundle ? package.SymbolPrefix.TrimEnd('_') : null);

    /// <summary>The path of a file of the module.</summary>
    public string File(string name) => Name is null ? $"src/{name}" : $"src/{Name}/{name}";

    /// <summary>The path of the module in code.</summary>
    public string Path => Name is null ? "crate" : $"crate::{Name}";
}
