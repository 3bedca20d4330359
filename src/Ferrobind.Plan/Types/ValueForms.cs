namespace Ferrobind.Plan;

/// <summary>
/// A plain record or an enum without data, by value. C: the mirror struct <c>fb_geo_point</c>, or the enum's scalar, which is
/// checked. The key names a <see cref="RecordPlan"/> that is plain, or an <see cref="EnumPlan"/>.
/// </summary>
public sealed record NamedParameter(string Key) : ParameterForm
{
    public override bool IsMemory => false;
}

/// <summary>Anything else that is data: <c>const uint8_t *NAME, size_t NAME_len</c>, one value on the wire.</summary>
public sealed record WireParameter(DataType Type) : ParameterForm
{
    public override bool IsMemory => true;

    /// <summary>What becomes of the handles in it.</summary>
    public HandleUse Handles { get; init; }
}

/// <summary>What a call does with the handles that are inside of an argument. All of them can be had, or it takes none.</summary>
public enum HandleUse
{
    /// <summary>There are none.</summary>
    None,

    /// <summary><c>&amp;T</c>, <c>Arc&lt;T&gt;</c>, or <c>T</c> of a type that is <c>Copy</c>: the handles stay as they are.</summary>
    Lent,

    /// <summary>The call looks at values that the bridge makes for it, clones of those behind the handles, which stay as they are.</summary>
    Cloned,

    /// <summary><c>T</c>: the handles are closed by the call; those that are only referred to stay.</summary>
    Consumed,
}

/// <summary>
/// A view of plain records: <c>const T *NAME, size_t NAME_len</c>, where <c>T</c> is their mirror. Without <c>const</c> where Rust may write.
/// </summary>
/// <param name="IsInPlace">
/// The records are <see cref="RecordLayout.PlainC"/>, and Rust sees them where they lie. Else it makes its own of their mirrors.
/// </param>
public sealed record RecordSliceParameter(string Key, bool IsMutable, bool IsInPlace) : ParameterForm
{
    public override bool IsMemory => true;
}

/// <summary>
/// A plain record or an enum without data, by value. C: <c>fb_result_NAME { value, failure }</c>, declared in the library's
/// own header; for an enum the <c>fb_result</c> of its scalar.
/// </summary>
public sealed record NamedResult(string Key) : ResultForm
{
    public override bool IsOwnedMemory => false;
    public override bool MayBorrow => false;
}

/// <summary>Plain records, as an array of their mirrors. C: <c>fb_buffer</c>, its length in elements.</summary>
public sealed record RecordSliceResult(string Key) : ResultForm
{
    public override bool IsOwnedMemory => true;
    public override bool MayBorrow => false;
}

/// <summary>
/// Anything else that is data. C: <c>fb_buffer</c> of bytes, one value on the wire. Where the export changes arguments in
/// place (<see cref="ExportPlan.InOut"/>), their new values follow the result, in order, on the same wire.
/// </summary>
public sealed record WireResult(DataType Type) : ResultForm
{
    /// <summary>There are handles in it, which are the caller's.</summary>
    public bool HasHandles { get; init; }

    public override bool IsOwnedMemory => true;
    public override bool MayBorrow => false;
}
