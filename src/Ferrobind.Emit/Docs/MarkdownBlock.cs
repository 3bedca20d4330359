using System.Collections.Immutable;

namespace Ferrobind.Emit.Docs;

/// <summary>A block of documentation. The set of derived records is closed.</summary>
public abstract record MarkdownBlock;

/// <summary>A heading; the top level is 1.</summary>
public sealed record HeadingBlock(int Level, ImmutableArray<MarkdownInline> Content) : MarkdownBlock;

/// <summary>A paragraph. Its line breaks are spaces.</summary>
public sealed record ParagraphBlock(ImmutableArray<MarkdownInline> Content) : MarkdownBlock;

/// <summary>Code, as it is, lines separated by LF, without one at the end.</summary>
/// <param name="IsRust">It is a Rust example: rustdoc takes a fence without a language for one. Hidden lines are gone.</param>
public sealed record CodeBlock(bool IsRust, string Text) : MarkdownBlock;

/// <summary>A list. Each item is a sequence of blocks.</summary>
/// <param name="Start">The first item's number; null where the list is not numbered.</param>
public sealed record ListBlock(int? Start, ImmutableArray<ImmutableArray<MarkdownBlock>> Items) : MarkdownBlock;

/// <summary>A quotation.</summary>
public sealed record QuoteBlock(ImmutableArray<MarkdownBlock> Content) : MarkdownBlock;

/// <summary>A table; the first row is its head.</summary>
public sealed record TableBlock(ImmutableArray<ImmutableArray<ImmutableArray<MarkdownInline>>> Rows) : MarkdownBlock;
