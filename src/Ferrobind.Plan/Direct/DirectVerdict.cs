namespace Ferrobind.Plan;

/// <summary>What the machine code of one export proves (docs/direct.md). The set of derived records is closed.</summary>
/// <param name="Symbol">The direct export that was looked at: <c>fbd_hello_add</c>.</param>
public abstract record DirectVerdict(string Symbol);

/// <summary>
/// The call graph is closed and finite, and no input of at most so many elements takes longer than the bound.
/// </summary>
/// <param name="Stack">The most bytes of stack below the return address of the export, called functions included.</param>
/// <param name="Instructions">How many instructions there are, called functions included.</param>
/// <param name="Work">The most work of one call within <see cref="Elements"/>, in units of about an instruction.</param>
/// <param name="Loops">What bounds the loops.</param>
/// <param name="Elements">The most elements that each view of the call may have; <see cref="int.MaxValue"/> where their number
/// does not matter.</param>
/// <param name="BriefElements">The same for the bound of code that no runtime sees (<c>SuppressGCTransition</c>); -1 where even
/// empty views take longer.</param>
/// <param name="BriefWork">The most work within <see cref="BriefElements"/>.</param>
public sealed record ProvenDirect(
    string Symbol, int Stack, int Instructions, int Work, DirectLoops Loops, int Elements, int BriefElements, int BriefWork)
    : DirectVerdict(Symbol);

/// <summary>It is not proved, and so the ordinary call is made.</summary>
/// <param name="Reason">What stands against it, for people: <c>reaches a panic: core::panicking::panic_bounds_check</c>.</param>
public sealed record NotDirect(string Symbol, string Reason) : DirectVerdict(Symbol);

/// <summary>What bounds the loops of a proven export.</summary>
public enum DirectLoops
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>They run a number of times that no argument changes.</summary>
    Constant,

    /// <summary>The lengths of the views bound them, so the caller checks those.</summary>
    Views,
}
