using System.Collections.Immutable;

namespace Ferrobind.Plan;

/// <summary>
/// A closure of the caller's, for the time of the call. C: <c>fb_closure NAME, uintptr_t NAME_context</c>: a function that is called with the
/// context, its arguments one after the other on the wire, and the place for its answer (docs/abi.md).
/// </summary>
/// <param name="Kind">How often it may be called, and from where.</param>
/// <param name="Arguments">Its arguments, in order.</param>
/// <param name="Result">What it returns (inside of <c>Ok</c>, where there is an error). The answer is that, and then the new values of what it changes.</param>
/// <param name="Error">The error, where it returns <c>Result</c>: the answer is then a <c>Result</c> on the wire. Else null.</param>
/// <param name="RustResult">The type that the bridge reads from the answer.</param>
public sealed record ClosureParameter(
    ClosureKind Kind, ImmutableArray<ClosureArgument> Arguments, DataType Result, ErrorPlan? Error, string RustResult) : ParameterForm
{
    public override bool IsMemory => false;

    /// <summary>The error is any: of its message the bridge makes what Rust wants.</summary>
    public bool IsErrorErased { get; init; }

    public override string ToString() =>
        $"{nameof(ClosureParameter)} {{ {Kind}({string.Join(", ", Arguments.Select(a => $"{a.Access} {a.RustType}"))}) -> {RustResult} }}";

    /// <summary>What of the error is on the wire: its value, or its message.</summary>
    public DataType? ErrorValue => Error switch
    {
        null => null,
        { Value: { } value } => value,
        { Message: ErrorMessage.None } => new UnitValue(),
        _ => new TextValue(),
    };

    /// <summary>The arguments that it changes in place.</summary>
    public IEnumerable<ClosureArgument> Changed => Arguments.Where(a => a.Access is ClosureAccess.Changed);
}

/// <summary>Which of Rust's traits the closure is for.</summary>
public enum ClosureKind
{
    /// <summary><c>Fn</c>: any number of times; also inside of itself, and on several threads where Rust asks for <c>Sync</c>.</summary>
    Fn,

    /// <summary><c>FnMut</c>: any number of times, one after the other.</summary>
    FnMut,

    /// <summary><c>FnOnce</c>: once at most.</summary>
    FnOnce,
}

/// <summary>One argument of a closure.</summary>
/// <param name="Type">What the closure gets, as it is on the wire: data, a handle, or perhaps a handle.</param>
/// <param name="RustType">Its type in the bridge: <c>&amp;::regex::Captures&lt;'_></c>.</param>
public sealed record ClosureArgument(DataType Type, string RustType, ClosureAccess Access);

/// <summary>How a closure has an argument.</summary>
public enum ClosureAccess
{
    /// <summary>Data: a copy.</summary>
    Copied,

    /// <summary><c>&amp;mut T</c> of data: a copy, whose new value goes back with the answer.</summary>
    Changed,

    /// <summary>A value of a type behind handles, or data with such values inside: the closure's own.</summary>
    Given,

    /// <summary><c>&amp;T</c> of a type behind handles: until the closure returns, with all that was borrowed from it.</summary>
    Lent,

    /// <summary><c>&amp;mut T</c> likewise.</summary>
    LentMutably,

    /// <summary><c>T</c> likewise: the value borrows from what is there no longer than that.</summary>
    LentWhole,
}
