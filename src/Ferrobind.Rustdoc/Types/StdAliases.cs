using System.Collections.Frozen;
using System.Collections.Immutable;
using Ferrobind.Api;

namespace Ferrobind.Rustdoc.Types;

/// <summary>
/// The standard library's type aliases, and libc's for Rust's own integers: their JSON is not at hand.
/// </summary>
internal static class StdAliases
{
    private delegate TypeRef Meaning(ImmutableArray<GenericArgument> arguments);

    private static readonly FrozenDictionary<string, Meaning> Table = new Dictionary<string, Meaning>
    {
        ["core::fmt::Result"] = _ => Result(new TypeArgument(TypeRef.Unit), Struct("core::fmt::Error", [])),
        ["std::io::error::Result"] = a => Result(a[0], Struct("std::io::error::Error", [])),
        ["std::thread::Result"] = a => Result(a[0], Struct("alloc::boxed::Box", [new TypeArgument(DynAny)])),
        ["std::sync::poison::LockResult"] = a => Result(a[0], Struct("std::sync::poison::PoisonError", a)),
        ["std::sync::poison::TryLockResult"] = a => Result(a[0], Enum("std::sync::poison::TryLockError", a)),
        ["alloc::string::ParseError"] = _ => Enum("core::convert::Infallible", []),
        ["std::os::fd::raw::RawFd"] = _ => new PrimitiveType("i32"),
        ["core::num::nonzero::NonZeroI8"] = _ => NonZero("i8"),
        ["core::num::nonzero::NonZeroI16"] = _ => NonZero("i16"),
        ["core::num::nonzero::NonZeroI32"] = _ => NonZero("i32"),
        ["core::num::nonzero::NonZeroI64"] = _ => NonZero("i64"),
        ["core::num::nonzero::NonZeroI128"] = _ => NonZero("i128"),
        ["core::num::nonzero::NonZeroIsize"] = _ => NonZero("isize"),
        ["core::num::nonzero::NonZeroU8"] = _ => NonZero("u8"),
        ["core::num::nonzero::NonZeroU16"] = _ => NonZero("u16"),
        ["core::num::nonzero::NonZeroU32"] = _ => NonZero("u32"),
        ["core::num::nonzero::NonZeroU64"] = _ => NonZero("u64"),
        ["core::num::nonzero::NonZeroU128"] = _ => NonZero("u128"),
        ["core::num::nonzero::NonZeroUsize"] = _ => NonZero("usize"),
        ["libc::int8_t"] = _ => new PrimitiveType("i8"),
        ["libc::int16_t"] = _ => new PrimitiveType("i16"),
        ["libc::int32_t"] = _ => new PrimitiveType("i32"),
        ["libc::int64_t"] = _ => new PrimitiveType("i64"),
        ["libc::uint8_t"] = _ => new PrimitiveType("u8"),
        ["libc::uint16_t"] = _ => new PrimitiveType("u16"),
        ["libc::uint32_t"] = _ => new PrimitiveType("u32"),
        ["libc::uint64_t"] = _ => new PrimitiveType("u64"),
        ["libc::size_t"] = _ => new PrimitiveType("usize"),
        ["libc::ssize_t"] = _ => new PrimitiveType("isize"),
        ["libc::intptr_t"] = _ => new PrimitiveType("isize"),
        ["libc::uintptr_t"] = _ => new PrimitiveType("usize"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static DynTraitType DynAny =>
        new([Trait("core::any::Any"), Trait("core::marker::Send")], "'static");

    /// <summary>The type that the alias stands for; null where it is not one of these.</summary>
    public static TypeRef? Expand(Definition alias, ImmutableArray<GenericArgument> arguments) =>
        Table.GetValueOrDefault(Key(alias))?.Invoke(arguments);

    /// <summary>libc defines its aliases once for each platform, each in a module of its own.</summary>
    private static string Key(Definition alias) =>
        alias.Crate == "libc" ? "libc::" + alias.Path[(alias.Path.LastIndexOf(':') + 1)..] : alias.Path;

    private static PathType Result(GenericArgument value, TypeRef error) =>
        Enum("core::result::Result", [value, new TypeArgument(error)]);

    private static PathType NonZero(string integer) =>
        Struct("core::num::nonzero::NonZero", [new TypeArgument(new PrimitiveType(integer))]);

    private static PathType Struct(string path, ImmutableArray<GenericArgument> arguments) =>
        new(Define(path, ItemKind.Struct), arguments);

    private static PathType Enum(string path, ImmutableArray<GenericArgument> arguments) =>
        new(Define(path, ItemKind.Enum), arguments);

    private static TraitRef Trait(string path) => new(Define(path, ItemKind.Trait), [], []);

    private static Definition Define(string path, ItemKind kind) =>
        new(path[..path.IndexOf(':', StringComparison.Ordinal)], path, kind);
}
