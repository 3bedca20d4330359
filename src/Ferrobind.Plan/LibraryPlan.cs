using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Ferrobind.Plan;

/// <summary>
/// One library and its bindings: the names of the whole, and how each of its crates crosses. Most have one crate; of one with several,
/// each crate has a Go package and a C# namespace of its own.
/// </summary>
/// <param name="Crates">One or more, in the order in which they were asked for.</param>
public sealed record LibraryPlan(LibraryNames Names, ImmutableArray<BridgePlan> Crates)
{
    /// <summary>
    /// The types that several crates offer. Each crate has its own in Go and in C#; in Rust they are one, so how it crosses is written once,
    /// by the first of them.
    /// </summary>
    public ImmutableArray<SharedType> Shared { get; init; } = [];

    /// <summary>The crate whose traits say that something is serialised, <c>serde</c>; null where nothing is that crosses.</summary>
    public string? SerdeCrate => Crates.Select(crate => crate.SerdeCrate).FirstOrDefault(name => name is not null);

    /// <summary>The library has the exports of docs/handles.md: close, forget, live, next.</summary>
    public bool HasHandles => Crates.Any(crate => crate.HasHandles);

    /// <summary>The library has the export of docs/abi.md for closures: room.</summary>
    public bool HasClosures => Crates.Any(crate => crate.HasClosures);

    /// <summary>There are direct exports, and the library has a seal: docs/direct.md.</summary>
    public bool HasDirectTwins => Crates.Any(crate => crate.HasDirectTwins);

    /// <summary>What the library exports besides: docs/abi.md, docs/handles.md.</summary>
    public IEnumerable<string> SupportSymbols =>
        ((string[])["abi", "release", .. HasDirectTwins ? (string[])["seal"] : [], .. HasHandles ? (string[])["close", "forget", "live", "next"] : [], .. HasClosures ? (string[])["room"] : []])
            .Select(name => Names.SymbolPrefix + name)
            .Concat(Crates.Select(crate => crate.AbiSymbol))
            .Distinct();

    /// <summary>Everything that the library exports. A crate may re-export another's C function, so each is named once.</summary>
    public IEnumerable<string> Symbols => SupportSymbols
        .Concat(Crates.SelectMany(crate => crate.Exports.Select(e => e.Symbol).Concat(crate.RawFunctions.Select(f => f.Symbol))))
        .Distinct();

    /// <summary>A digest of the ABI of all crates: see <see cref="BridgePlan.AbiDigest"/>.</summary>
    public ulong AbiDigest => Crates is [var single] ? single.AbiDigest : Combined();

    private ulong Combined()
    {
        var digests = new byte[sizeof(ulong) * Crates.Length];
        for (var i = 0; i < Crates.Length; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(digests.AsSpan(i * sizeof(ulong)), Crates[i].AbiDigest);
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(digests));
    }
}

/// <summary>A type that an earlier crate of the library offers, too.</summary>
/// <param name="Crate">The index of the crate.</param>
/// <param name="Key">The type's key there.</param>
/// <param name="Owner">The index of the first crate that has it.</param>
/// <param name="OwnerKey">The key there.</param>
public sealed record SharedType(int Crate, string Key, int Owner, string OwnerKey);

/// <summary>The names of a library as a whole.</summary>
/// <param name="Title">What people call it: the crate's name, or that of the bundle.</param>
/// <param name="IsBundle">It was asked for as a bundle of several crates, and each has a package or namespace below the library's.</param>
/// <param name="LibraryName">
/// The library's name for a linker, without <c>lib</c> and ending: <c>percent_encoding_fb</c>. Never a plain crate
/// name: a crate named <c>ssl</c> must not hide the system's library.
/// </param>
/// <param name="SymbolPrefix">What the symbols start with that all crates share: <c>fb_percent_encoding_</c>.</param>
/// <param name="GoModule">The Go module path: <c>rust/percentencoding</c>.</param>
/// <param name="CSharpNamespace">The namespace of what all crates share, and the name of the project and the assembly.</param>
public sealed record LibraryNames(
    string Title, bool IsBundle, string LibraryName, string SymbolPrefix, string GoModule, string CSharpNamespace)
{
    /// <summary>What the library is of, for comments and messages: <c>the Rust crate url</c>, <c>the Rust crates of deps</c>.</summary>
    public string Subject => IsBundle ? $"the Rust crates of {Title}" : $"the Rust crate {Title}";
}
