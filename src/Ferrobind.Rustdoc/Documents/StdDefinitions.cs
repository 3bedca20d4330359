using System.Collections.Frozen;
using Ferrobind.Api;

namespace Ferrobind.Rustdoc.Documents;

/// <summary>
/// One name for what the standard library (and libc) define in several places, or in other ones from version to
/// version.
/// </summary>
internal static class StdDefinitions
{
    private static readonly FrozenSet<string> CTypes = FrozenSet.Create(
        "c_char", "c_schar", "c_uchar", "c_short", "c_ushort", "c_int", "c_uint", "c_long", "c_ulong", "c_longlong",
        "c_ulonglong", "c_float", "c_double");

    /// <summary>The crates that come with the compiler. Their own JSON cannot be had from a stable one.</summary>
    public static bool IsStd(string crate) => crate is "core" or "alloc" or "std" or "proc_macro" or "test";

    public static Definition Normalise(Definition definition)
    {
        if (definition.Crate is not ("core" or "std" or "libc"))
        {
            return definition;
        }

        var name = definition.Path[(definition.Path.LastIndexOf(':') + 1)..];
        return definition.Kind switch
        {
            _ when name == "c_void" => new Definition("core", "core::ffi::c_void", ItemKind.Enum),
            ItemKind.TypeAlias when CTypes.Contains(name) =>
                new Definition("core", $"core::ffi::{name}", ItemKind.TypeAlias),
            // AtomicU32 and its like are structs up to Rust 1.95, and later aliases of Atomic<u32>.
            ItemKind.TypeAlias when definition.Path.StartsWith("core::sync::atomic::", StringComparison.Ordinal) =>
                definition with { Kind = ItemKind.Struct },
            // Parts of std::io are on their way to core; it is std that has had them all along.
            _ when definition.Path.StartsWith("core::io::", StringComparison.Ordinal) =>
                definition with { Crate = "std", Path = $"std{definition.Path["core".Length..]}" },
            _ => definition,
        };
    }
}
