namespace Ferrobind.Build.Analysis;

/// <summary>What is known of a register or a word on the stack.</summary>
/// <param name="Base">Of an address, what it lies in; of one of several numbers, their list.</param>
/// <param name="Bits">The number; of an address, its distance from the base's start.</param>
internal readonly record struct Value(ValueKind Kind, int Base, ulong Bits)
{
    public static Value Unknown => default;

    public static Value Number(ulong bits) => new(ValueKind.Number, 0, bits);

    public static Value Address(int @base, long offset) => new(ValueKind.Address, @base, (ulong)offset);

    public bool IsNumber => Kind is ValueKind.Number;

    public bool IsAddress => Kind is ValueKind.Address;

    /// <summary>The lowest bytes alone; the rest is 0.</summary>
    public Value Narrow(int size) => size switch
    {
        8 => this,
        _ when Kind is ValueKind.Byte => this,
        _ when IsNumber => Number(Bits & Mask(size)),
        _ => Unknown,
    };

    public static ulong Mask(int size) => size >= 8 ? ulong.MaxValue : (1UL << (8 * size)) - 1;
}

internal enum ValueKind : byte
{
    /// <summary>Anything.</summary>
    Unknown,

    /// <summary>This number.</summary>
    Number,

    /// <summary>An address in something whose own address is not known: the stack, a view.</summary>
    Address,

    /// <summary>The byte at an address of a view: it is the same each time that it is read.</summary>
    Byte,

    /// <summary>One of a few numbers.</summary>
    Among,
}

/// <summary>What is known of the flags: bit by bit, and of what they tell.</summary>
internal readonly record struct Flags(Flag Known, Flag Values)
{
    public static Flags Unknown => default;

    public bool? this[Flag flag] => (Known & flag) == 0 ? null : (Values & flag) != 0;

    public Flags With(Flag flag, bool value) => new(Known | flag, value ? Values | flag : Values & ~flag);

    /// <summary>What both know.</summary>
    public Flags And(Flags other)
    {
        var known = Known & other.Known & ~(Values ^ other.Values);
        return new Flags(known, Values & known);
    }

    /// <summary>Whether a condition holds; null where the flags do not tell.</summary>
    public bool? Holds(Condition condition) => condition switch
    {
        Condition.Overflow => this[Flag.Overflow],
        Condition.NoOverflow => !this[Flag.Overflow],
        Condition.Below => this[Flag.Carry],
        Condition.AboveOrEqual => !this[Flag.Carry],
        Condition.Equal => this[Flag.Zero],
        Condition.NotEqual => !this[Flag.Zero],
        Condition.BelowOrEqual => this[Flag.Carry] | this[Flag.Zero],
        Condition.Above => !(this[Flag.Carry] | this[Flag.Zero]),
        Condition.Sign => this[Flag.Sign],
        Condition.NoSign => !this[Flag.Sign],
        Condition.Less => this[Flag.Sign] ^ this[Flag.Overflow],
        Condition.GreaterOrEqual => !(this[Flag.Sign] ^ this[Flag.Overflow]),
        Condition.LessOrEqual => this[Flag.Zero] | (this[Flag.Sign] ^ this[Flag.Overflow]),
        Condition.Greater => !(this[Flag.Zero] | (this[Flag.Sign] ^ this[Flag.Overflow])),
        Condition.Parity or Condition.NoParity => null,
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "not a condition"),
    };

    /// <summary>Those of a result.</summary>
    public static Flags Of(ulong result, int size, bool carry, bool overflow) => default(Flags)
        .With(Flag.Zero, (result & Value.Mask(size)) == 0)
        .With(Flag.Sign, (result >> ((8 * size) - 1) & 1) != 0)
        .With(Flag.Carry, carry)
        .With(Flag.Overflow, overflow);
}

[Flags]
internal enum Flag : byte { None = 0, Carry = 1, Zero = 2, Sign = 4, Overflow = 8 }
