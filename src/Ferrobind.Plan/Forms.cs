namespace Ferrobind.Plan;

/// <summary>Rust's scalars; 128-bit integers and <c>char</c> included.</summary>
public enum ScalarKind { Bool, Char, I8, I16, I32, I64, I128, Isize, U8, U16, U32, U64, U128, Usize, F32, F64 }

/// <summary>How an argument crosses. The set of derived records is closed.</summary>
public abstract record ParameterForm
{
    /// <summary>The caller's memory is passed, not a value.</summary>
    public abstract bool IsMemory { get; }

    /// <summary>Handles come with it: the call has leases to give back.</summary>
    public bool HoldsHandles() => this is HandleParameter or WireParameter { Handles: not HandleUse.None };
}

/// <summary>
/// By value. C: the scalar of that width; <c>bool</c> is one byte, <c>char</c> is <c>uint32_t</c> and is checked; a 128-bit
/// integer is <c>fb_u128</c>/<c>fb_i128</c>, its two halves.
/// </summary>
public sealed record ScalarParameter(ScalarKind Kind) : ParameterForm
{
    public override bool IsMemory => false;
}

/// <summary>A view of UTF-8 text: <c>const uint8_t *NAME, size_t NAME_len</c>. Checked to be UTF-8 in Rust.</summary>
public sealed record TextParameter : ParameterForm
{
    public override bool IsMemory => true;
}

/// <summary>
/// A view of scalars: <c>const T *NAME, size_t NAME_len</c> (in elements); without <c>const</c> where Rust may write.
/// Elements that have invalid values (<c>bool</c>, <c>char</c>) are checked. Never 128-bit elements.
/// </summary>
public sealed record SliceParameter(ScalarKind Element, bool IsMutable) : ParameterForm
{
    public override bool IsMemory => true;
}

/// <summary>
/// The inner form's C parameters, then <c>bool NAME_some</c>; they are zero and null where it is false. The inner
/// form is a scalar, a text, or an immutable slice.
/// </summary>
public sealed record OptionalParameter(ParameterForm Inner) : ParameterForm
{
    public override bool IsMemory => Inner.IsMemory;
}

/// <summary>How a result crosses. The set of derived records is closed.</summary>
public abstract record ResultForm
{
    /// <summary>It is memory that Rust allocates: a small one goes to the scratch block instead.</summary>
    public abstract bool IsOwnedMemory { get; }

    /// <summary>It is memory that may be an argument's.</summary>
    public abstract bool MayBorrow { get; }
}

/// <summary>Nothing. C: the export returns <c>fb_failure *</c>.</summary>
public sealed record UnitResult : ResultForm
{
    public override bool IsOwnedMemory => false;
    public override bool MayBorrow => false;
}

/// <summary>A scalar. C: <c>fb_result_KIND { value, failure }</c>, in two registers up to 64 bits.</summary>
public sealed record ScalarResult(ScalarKind Kind) : ResultForm
{
    public override bool IsOwnedMemory => false;
    public override bool MayBorrow => false;
}

/// <summary>UTF-8 text. C: <c>fb_buffer</c>.</summary>
public sealed record TextResult(Ownership Ownership) : ResultForm
{
    public override bool IsOwnedMemory => Ownership is not Ownership.Borrowed;
    public override bool MayBorrow => Ownership is not Ownership.Owned;
}

/// <summary>Scalars, never 128-bit ones. C: <c>fb_buffer</c>, its length in elements.</summary>
public sealed record SliceResult(ScalarKind Element, Ownership Ownership) : ResultForm
{
    public override bool IsOwnedMemory => Ownership is not Ownership.Borrowed;
    public override bool MayBorrow => Ownership is not Ownership.Owned;
}

/// <summary>
/// Perhaps a value. C: <c>fb_option_KIND { value, failure, some }</c>, or <c>fb_option_buffer</c>. The inner form is a scalar,
/// a text, or a slice.
/// </summary>
public sealed record OptionalResult(ResultForm Inner) : ResultForm
{
    public override bool IsOwnedMemory => Inner.IsOwnedMemory;
    public override bool MayBorrow => Inner.MayBorrow;
}

/// <summary>Whose the memory of a result is.</summary>
public enum Ownership
{
    /// <summary>Rust hands it over: <c>String</c>, <c>Vec&lt;T&gt;</c>.</summary>
    Owned,

    /// <summary>An argument's or static memory: <c>&amp;str</c>, <c>&amp;[T]</c>.</summary>
    Borrowed,

    /// <summary>Either, known at run time: <c>Cow</c>.</summary>
    Either,
}
