namespace Ferrobind.Plan;

/// <summary>
/// A handle: C <c>uint64_t NAME</c>. The key names a <see cref="HandlePlan"/>. Where it is optional, 0 is None; else 0 is refused.
/// </summary>
public sealed record HandleParameter(string Key, HandleAccess Access, bool IsOptional) : ParameterForm
{
    /// <summary>The function takes what the value, a kept text or kept bytes, has inside.</summary>
    public bool IsView { get; init; }

    public override bool IsMemory => false;
}

/// <summary>What a call does with a handle's value.</summary>
public enum HandleAccess
{
    /// <summary><c>&amp;T</c>, by a shared lease.</summary>
    Shared,

    /// <summary><c>&amp;mut T</c>, by an exclusive lease.</summary>
    Exclusive,

    /// <summary><c>T</c>, of a type that is <c>Copy</c>: a copy, by a shared lease.</summary>
    Copied,

    /// <summary><c>T</c>: the handle is closed by the call.</summary>
    Consumed,

    /// <summary><c>Arc&lt;T&gt;</c>: another reference to the same value; the handle stays.</summary>
    Arc,

    /// <summary><c>Rc&lt;T&gt;</c>: likewise.</summary>
    Rc,
}

/// <summary>
/// A handle. C: <c>fb_result_u64 { value, failure }</c>; where it is optional, a value of 0 is None. The key names a
/// <see cref="HandlePlan"/>.
/// </summary>
public sealed record HandleResult(string Key, HandleSource Source, bool IsOptional) : ResultForm
{
    public override bool IsOwnedMemory => false;
    public override bool MayBorrow => false;

    /// <summary>
    /// The method may return its receiver (<c>fn name(&amp;mut self) -> &amp;mut Self</c>): then the value is the receiver's own handle,
    /// and the caller gets the receiver itself.
    /// </summary>
    public bool MayBeReceiver { get; init; }
}

/// <summary>What Rust returns, of which the cell is made.</summary>
public enum HandleSource
{
    /// <summary><c>T</c></summary>
    Value,

    /// <summary><c>&amp;T</c></summary>
    Reference,

    /// <summary><c>&amp;mut T</c></summary>
    MutableReference,

    /// <summary><c>Box&lt;T&gt;</c></summary>
    Box,

    /// <summary><c>Arc&lt;T&gt;</c></summary>
    Arc,

    /// <summary><c>Rc&lt;T&gt;</c></summary>
    Rc,
}

/// <summary>
/// A sequence: a handle to an iterator, from which the library's <c>next</c> fetches items, each a value on the wire. C:
/// <c>fb_result_u64</c>; where it is optional, a value of 0 is None.
/// </summary>
/// <param name="Item">What it is a sequence of; may be a handle.</param>
public sealed record SequenceResult(DataType Item, bool IsOptional) : ResultForm
{
    public override bool IsOwnedMemory => false;
    public override bool MayBorrow => false;
}

/// <summary>How long what a parameter gives must be there.</summary>
public enum Keep
{
    /// <summary>As long as the call.</summary>
    Call,

    /// <summary>As long as the result, which borrows from it: a lease becomes the result's, a view is copied.</summary>
    Result,

    /// <summary>As long as the receiver, which stores it.</summary>
    Receiver,
}
