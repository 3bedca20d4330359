namespace Ferrobind.Diagnostics;

/// <summary>One numbered message: what is wrong, and what to do about it.</summary>
/// <param name="Code"><c>FB</c> and four digits; <c>docs/diagnostics.md</c> has an entry for each.</param>
/// <param name="Message">What is wrong, in one sentence, with the names it is about.</param>
/// <param name="Help">What to do next; null where the message says it.</param>
/// <param name="Output">Another tool's own output, whole, where it is the reason.</param>
public sealed record Diagnostic(string Code, string Message, string? Help = null, string? Output = null)
{
    public override string ToString() => Help is null ? $"{Code}: {Message}" : $"{Code}: {Message}\n{Help}";
}

/// <summary>A failure of the run as a whole. Thrown once, caught once, by the command that is running.</summary>
public sealed class FerrobindException(Diagnostic diagnostic, Exception? inner = null)
    : Exception(diagnostic.ToString(), inner)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
