namespace Ferrobind.Emit;

/// <summary>A file of the output: its path below the output directory, with <c>/</c>, and its text, with LF.</summary>
public sealed record GeneratedFile(string Path, string Text);
