using System.Collections.Immutable;

namespace Ferrobind.Plan;

/// <summary>
/// The link products of one bridge for one platform, as the bindings need to know them. File names are relative to
/// the output's native directory.
/// </summary>
/// <param name="Platform">The platform that they are for.</param>
/// <param name="DynamicFile">The shared library's file name: <c>libhello_fb.so</c>.</param>
/// <param name="DynamicDigest">SHA-256 of its contents, lower-case hex.</param>
/// <param name="StaticFile">The closed archive's file name: <c>libhello_fb.a</c>.</param>
/// <param name="StaticDigest">SHA-256 of its contents, lower-case hex.</param>
/// <param name="SystemLibraries">What the archive needs of the system, as linker names: <c>m</c>, <c>pthread</c>.</param>
/// <param name="DefaultLink">The mode that a program gets which does not choose.</param>
public sealed record BuiltLibrary(
    Platform Platform, string DynamicFile, string DynamicDigest, string StaticFile, string StaticDigest,
    ImmutableArray<string> SystemLibraries, LinkMode DefaultLink)
{
    /// <summary>What the machine code proves of the exports with a direct twin, by the twin's symbol (docs/direct.md).</summary>
    public ImmutableSortedDictionary<string, DirectVerdict> Direct { get; init; } =
        ImmutableSortedDictionary.Create<string, DirectVerdict>(StringComparer.Ordinal);

    /// <summary>The seals of the shared library and of the static one; 0 where there are no direct exports.</summary>
    public ulong DynamicSeal { get; init; }

    public ulong StaticSeal { get; init; }

    /// <summary>Whether a Go program without cgo has the exports with a direct twin, by the twin's symbol.</summary>
    public ImmutableSortedDictionary<string, PureVerdict> Pure { get; init; } =
        ImmutableSortedDictionary.Create<string, PureVerdict>(StringComparer.Ordinal);

    /// <summary>The object with their code, by the name that makes Go's tools link it for this platform only.</summary>
    public static string PureFile(LibraryNames names, Platform platform) => $"{names.LibraryName}_{platform.GoOs}_{platform.GoArch}.syso";

    /// <summary>What is proved of an export; null where a program without cgo does not have it.</summary>
    public ProvenPure? ProvenPure(ExportPlan export) =>
        export.HasDirectTwin ? Pure.GetValueOrDefault(export.DirectSymbol) as ProvenPure : null;

    /// <summary>What is proved of an export; null where it is not proved that it may be called directly.</summary>
    public ProvenDirect? Proven(ExportPlan export) =>
        export.HasDirectTwin ? Direct.GetValueOrDefault(export.DirectSymbol) as ProvenDirect : null;
}

/// <summary>A platform under the names that each tool chain has for it.</summary>
/// <param name="RustTarget">Rust's target triple: <c>x86_64-unknown-linux-gnu</c>.</param>
/// <param name="GoOs">Go's: <c>linux</c>.</param>
/// <param name="GoArch">Go's: <c>amd64</c>.</param>
/// <param name="DotnetRid">.NET's runtime identifier: <c>linux-x64</c>.</param>
public sealed record Platform(string RustTarget, string GoOs, string GoArch, string DotnetRid);

/// <summary>How a program is linked to the library.</summary>
public enum LinkMode { Dynamic, Static }
