using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>What is to be said about one item.</summary>
/// <param name="Name">Its Go name.</param>
/// <param name="Summary">The first sentence where Rust's own cannot be it.</param>
/// <param name="Notes">Paragraphs behind Rust's text, in Go's form.</param>
/// <param name="ReplacesSummary">The summary comes first in any case.</param>
internal sealed record ItemDocs(
    string Name, string Summary, bool IsFunction, Documentation Docs, ImmutableArray<string> Notes, bool ReplacesSummary = false);
