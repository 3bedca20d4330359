using System.Collections.Immutable;
using Ferrobind.Api;

namespace Ferrobind.Rustdoc;

/// <summary>What was read.</summary>
/// <param name="Api">The crate's API.</param>
/// <param name="ForeignCrates">
/// The crates whose JSON was wanted and not given, by name: with it, reading again fills what is missing. Never the
/// standard library's.
/// </param>
public sealed record RustdocReading(CrateApi Api, ImmutableArray<ForeignCrate> ForeignCrates);

/// <summary>A crate that is mentioned, and whose JSON is missing.</summary>
/// <param name="Name">The crate's name as Rust code writes it.</param>
/// <param name="Library">
/// The compiled library's file, which tells two versions apart; null where the format does not say (before 57).
/// </param>
/// <param name="Use">The most that it is wanted for.</param>
public sealed record ForeignCrate(string Name, string? Library, ForeignUse Use);

/// <summary>What another crate is wanted for, the least first.</summary>
public enum ForeignUse
{
    /// <summary><c>pub use that_crate;</c>. Many crates do that to share a version rather than to make the other's API theirs.</summary>
    Whole,

    /// <summary>Functions take or give a type of it.</summary>
    Mention,

    /// <summary>Items of it are re-exported, or type aliases of it mentioned.</summary>
    Export,
}
