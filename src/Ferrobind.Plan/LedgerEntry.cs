namespace Ferrobind.Plan;

/// <summary>What became of one public item.</summary>
/// <param name="RustPath">The public path.</param>
/// <param name="Kind">Rust's word for it: <c>function</c>, <c>struct</c> …</param>
/// <param name="Signature">The item in Rust's own syntax, one line.</param>
public sealed record LedgerEntry(string RustPath, string Kind, string Signature, Disposition Disposition);

/// <summary>Bridged, skipped, or nothing to bridge. The set of derived records is closed.</summary>
public abstract record Disposition;

/// <summary>It crosses.</summary>
/// <param name="Form">How, in a few words: <c>call</c>, <c>constant</c>, <c>value</c> (read at run time), <c>C call</c>.</param>
/// <param name="Symbol">Its symbol; null where it needs none (a constant).</param>
/// <param name="GoName">Its name in the Go package.</param>
/// <param name="CSharpName">Its name in C#, class included: <c>StrsimLib.Hamming</c>.</param>
public sealed record Bridged(string Form, string? Symbol, string GoName, string CSharpName) : Disposition;

/// <summary>It does not cross.</summary>
/// <param name="Code">The number of the reason: <c>FB1003</c>.</param>
/// <param name="Reason">The reason, one sentence.</param>
public sealed record Skipped(string Code, string Reason) : Disposition;

/// <summary>It is not a thing to call, and is carried by what is: a module, a type alias.</summary>
public sealed record Transparent(string Note) : Disposition;
