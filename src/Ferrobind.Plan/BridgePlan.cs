using System.Collections.Immutable;

namespace Ferrobind.Plan;

/// <summary>
/// How one crate crosses: every symbol and signature of the C ABI, every name in Go and C#, and an account of every
/// public item. The emitters see this and nothing else, so nothing here is decided twice.
/// </summary>
/// <param name="Package">The names of the whole: crate, library, Go package, C# namespace.</param>
/// <param name="Exports">The exports, sorted by symbol.</param>
/// <param name="RawFunctions">The crate's own C functions, bound as they are, sorted by symbol.</param>
/// <param name="Constants">Constants whose value is known, sorted by Rust path.</param>
/// <param name="Errors">The typed errors that exports name, sorted by Rust type.</param>
/// <param name="Modules">The C# static classes, one a Rust module that offers something, sorted by Rust path.</param>
/// <param name="Ledger">Every public item and what became of it, sorted by Rust path.</param>
public sealed record BridgePlan(
    PackagePlan Package,
    ImmutableArray<ExportPlan> Exports,
    ImmutableArray<RawFunctionPlan> RawFunctions,
    ImmutableArray<ConstantPlan> Constants,
    ImmutableArray<ErrorPlan> Errors,
    ImmutableArray<ModulePlan> Modules,
    ImmutableArray<LedgerEntry> Ledger)
{
    /// <summary>The crate's types that cross as data, sorted by key.</summary>
    public ImmutableArray<TypePlan> Types { get; init; } = [];

    /// <summary>The types that cross as handles, sorted by key.</summary>
    public ImmutableArray<HandlePlan> Handles { get; init; } = [];

    /// <summary>The crate uses the exports of docs/handles.md: close, forget, live, next.</summary>
    public bool HasHandles => !Handles.IsEmpty || Exports.Any(e => e.Result is SequenceResult);

    /// <summary>The crate that has the traits by which the crate serialises and deserialises what crosses as JSON; null where nothing does.</summary>
    public string? SerdeCrate { get; init; }

    /// <summary>There are direct exports (docs/direct.md), and with them the library's seal.</summary>
    public bool HasDirectTwins => Exports.Any(e => e.HasDirectTwin);

    /// <summary>The export that answers with <see cref="AbiDigest"/>.</summary>
    public string AbiSymbol => Package.SymbolPrefix + "abi";

    /// <summary>There is nothing to call, and nothing to read.</summary>
    public bool OffersNothing => Exports.IsEmpty && RawFunctions.IsEmpty && Constants.IsEmpty;

    /// <summary>There are handles inside of values of a type, however deep.</summary>
    public bool HasHandlesIn(TypePlan type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { type.Key };
        var open = new Stack<DataType>(DataParts.Of(type));
        while (open.TryPop(out var next))
        {
            if (next is HandleValue)
                return true;
            foreach (var part in next is not NamedValue named ? DataParts.Of(next) : seen.Add(named.Key) ? DataParts.Of(Type(named.Key)) : [])
                open.Push(part);
        }

        return false;
    }

    /// <summary>Some export takes a closure: the library has <c>room</c>, too.</summary>
    public bool HasClosures => Exports.Any(e => e.Closures.Any());

    /// <summary>The type of a key, data or handle.</summary>
    public TypePlan Type(string key) => Types.FirstOrDefault(t => t.Key == key) ?? Handles.First(t => t.Key == key);

    /// <summary>Whether there is another way to write an export: see <see cref="ExportPlan.IsOfReceiver"/>.</summary>
    public bool HasAlternative(ExportPlan export) =>
        export is { IsOfReceiver: false, HasReceiver: true, Result: HandleResult, Parameters: [{ Form: HandleParameter receiver }, ..] }
        && Handle(receiver.Key).HasLifetimes;

    /// <summary>Whether there is another way to declare a type: see <see cref="HandlePlan.IsInvariant"/>.</summary>
    public static bool HasAlternative(HandlePlan handle) => handle is { HasLifetimes: true, IsInvariant: false, IsDyn: false };

    /// <summary>The handle type of a key.</summary>
    public HandlePlan Handle(string key) => Handles.First(t => t.Key == key);

    /// <summary>
    /// A digest of the ABI (symbols and C signatures). Library and bindings both carry it, and the bindings refuse
    /// a library with another one: a stale library is then an error, not undefined behaviour.
    /// </summary>
    public ulong AbiDigest => AbiDigestCalculator.Of(this);
}

/// <summary>The names of the package as a whole.</summary>
/// <param name="CrateName">As Cargo knows it: <c>percent-encoding</c>.</param>
/// <param name="CrateVersion">The version that is bound: <c>2.3.1</c>.</param>
/// <param name="RustName">As Rust code writes it: <c>percent_encoding</c>.</param>
/// <param name="Docs">The crate's documentation, Markdown; null where it has none.</param>
/// <param name="SymbolPrefix">Every symbol starts with it: <c>fb_percent_encoding_</c>.</param>
/// <param name="Library">The names of the library that the crate is in, alone or with others.</param>
/// <param name="Header">The file name of its C header: <c>percent_encoding_fb.h</c>.</param>
/// <param name="GoImport">What a Go program imports: <c>rust/percentencoding</c>.</param>
/// <param name="GoPackage">The Go package name: <c>percentencoding</c>.</param>
/// <param name="CSharpNamespace">The C# namespace: <c>PercentEncoding</c>.</param>
public sealed record PackagePlan(
    string CrateName,
    string CrateVersion,
    string RustName,
    string? Docs,
    string SymbolPrefix,
    LibraryNames Library,
    string Header,
    string GoImport,
    string GoPackage,
    string CSharpNamespace);

/// <summary>A Rust module with something to offer: a static class in C#; in Go its name is a prefix.</summary>
/// <param name="RustPath">The module's public path; the crate's root is the crate's name alone.</param>
/// <param name="CSharpClass">The static class: <c>StrsimLib</c> for the root, <c>Imageops</c> for a module.</param>
public sealed record ModulePlan(string RustPath, string? Docs, string CSharpClass);
