namespace Ferrobind.Plan;

/// <summary>
/// Whether a Go program without cgo has an export (docs/direct.md): its machine code says what it needs. The set of derived records is
/// closed.
/// </summary>
/// <param name="Symbol">The direct export that was looked at: <c>fbd_hello_add</c>.</param>
public abstract record PureVerdict(string Symbol);

/// <summary>It needs nothing but its arguments, whatever they are.</summary>
/// <param name="Stack">The most bytes of stack, called functions included.</param>
/// <param name="CodeBytes">How long its instructions are, called functions included.</param>
public sealed record ProvenPure(string Symbol, int Stack, int CodeBytes) : PureVerdict(Symbol);

/// <summary>Only a program with cgo has it.</summary>
/// <param name="Reason">What stands against it, for people: <c>calls a function of the system's: malloc</c>.</param>
public sealed record NotPure(string Symbol, string Reason) : PureVerdict(Symbol);
