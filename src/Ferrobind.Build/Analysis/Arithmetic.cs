namespace Ferrobind.Build.Analysis;

/// <summary>What can be known of a result, and of the flags behind it.</summary>
internal static class Arithmetic
{
    public static (Value Result, Flags Flags) Compute(StepKind kind, Value left, Value right, int size, Flags before)
    {
        if (kind is StepKind.Increment or StepKind.Decrement)
        {
            var (result, flags) = Compute(
                kind is StepKind.Increment ? StepKind.Add : StepKind.Subtract, left, Value.Number(1), size, before);
            // The carry stays as it was.
            var carry = before[Flag.Carry];
            return (result, carry is { } known ? flags.With(Flag.Carry, known)
                : new Flags(flags.Known & ~Flag.Carry, flags.Values & ~Flag.Carry));
        }

        if (kind is StepKind.Negate)
            return Compute(StepKind.Subtract, Value.Number(0), left, size, before);
        if (kind is StepKind.Not)
            return (left.IsNumber ? Value.Number(~left.Bits & Value.Mask(size)) : Value.Unknown, before);
        if (kind is StepKind.AddCarry or StepKind.SubtractBorrow)
            return WithCarry(kind, left, right, size, before);
        if (left.IsNumber && right.IsNumber)
            return OfNumbers(kind, left.Bits, right.Bits, size);
        return kind switch
        {
            StepKind.Add when size == 8 => (Add(left, right), Flags.Unknown),
            StepKind.Subtract or StepKind.Compare when size == 8 => OfAddresses(left, right),
            StepKind.And or StepKind.Or or StepKind.Xor or StepKind.Test => Bitwise(kind, left, right),
            StepKind.Multiply when left is { IsNumber: true, Bits: 0 } || right is { IsNumber: true, Bits: 0 } =>
                (Value.Number(0), Flags.Unknown),
            _ => (Value.Unknown, Flags.Unknown),
        };
    }

    public static Value Add(Value left, Value right) =>
        left.IsNumber && right.IsNumber ? Value.Number(left.Bits + right.Bits)
        : left.IsAddress && right.IsNumber ? left with { Bits = left.Bits + right.Bits }
        : left.IsNumber && right.IsAddress ? right with { Bits = left.Bits + right.Bits }
        : Value.Unknown;

    public static ulong SignExtend(ulong number, int size) => size switch
    {
        1 => (ulong)(sbyte)number,
        2 => (ulong)(short)number,
        4 => (ulong)(int)number,
        _ => number,
    };

    // Addresses behind the start of one thing are ordered as their distances are: nothing lies across the end of memory. An address
    // before it may do so, for an empty view may be at 0.
    private static (Value Result, Flags Flags) OfAddresses(Value left, Value right)
    {
        if (left.IsAddress && right.IsAddress && left.Base == right.Base)
        {
            var flags = default(Flags).With(Flag.Zero, left.Bits == right.Bits);
            if ((long)left.Bits >= 0 && (long)right.Bits >= 0)
                flags = flags.With(Flag.Carry, left.Bits < right.Bits);
            return (Value.Number(left.Bits - right.Bits), flags);
        }

        return (left.IsAddress && right.IsNumber ? left with { Bits = left.Bits - right.Bits } : Value.Unknown, Flags.Unknown);
    }

    private static (Value Result, Flags Flags) Bitwise(StepKind kind, Value left, Value right)
    {
        var flags = default(Flags).With(Flag.Carry, false).With(Flag.Overflow, false);
        var isZero = kind is StepKind.And or StepKind.Test
            && (left is { IsNumber: true, Bits: 0 } || right is { IsNumber: true, Bits: 0 });
        return isZero ? (Value.Number(0), flags.With(Flag.Zero, true).With(Flag.Sign, false)) : (Value.Unknown, flags);
    }

    private static (Value Result, Flags Flags) WithCarry(StepKind kind, Value left, Value right, int size, Flags before)
    {
        if (before[Flag.Carry] is not { } carry || !left.IsNumber || !right.IsNumber)
            return (Value.Unknown, Flags.Unknown);
        var (a, b, mask) = ((UInt128)left.Bits, (UInt128)right.Bits, (UInt128)Value.Mask(size));
        var sum = kind is StepKind.AddCarry ? a + b + (carry ? 1u : 0) : a - b - (carry ? 1u : 0);
        var flags = Flags.Of((ulong)(sum & mask), size, sum > mask, overflow: false);
        return (Value.Number((ulong)(sum & mask)), new Flags(flags.Known & ~Flag.Overflow, flags.Values));
    }

    private static (Value Result, Flags Flags) OfNumbers(StepKind kind, ulong left, ulong right, int size)
    {
        var (mask, sign) = (Value.Mask(size), 1UL << ((8 * size) - 1));
        (left, right) = (left & mask, right & mask);
        switch (kind)
        {
            case StepKind.Add:
                var sum = (left + right) & mask;
                return (Value.Number(sum), Flags.Of(sum, size, sum < left, ((left ^ sum) & (right ^ sum) & sign) != 0));
            case StepKind.Subtract or StepKind.Compare:
                var difference = (left - right) & mask;
                return (Value.Number(difference),
                    Flags.Of(difference, size, left < right, ((left ^ right) & (left ^ difference) & sign) != 0));
            case StepKind.And or StepKind.Test:
                return (Value.Number(left & right), Flags.Of(left & right, size, false, false));
            case StepKind.Or:
                return (Value.Number(left | right), Flags.Of(left | right, size, false, false));
            case StepKind.Xor:
                return (Value.Number(left ^ right), Flags.Of(left ^ right, size, false, false));
            case StepKind.ShiftLeft or StepKind.ShiftRight or StepKind.ShiftArithmetic:
                return Shift(kind, left, (int)(right & (size == 8 ? 63UL : 31UL)), size);
            case StepKind.Multiply:
                return (Value.Number((left * right) & mask), Flags.Unknown);
            default:
                return (Value.Unknown, Flags.Unknown);
        }
    }

    private static (Value Result, Flags Flags) Shift(StepKind kind, ulong number, int count, int size)
    {
        var extended = (long)SignExtend(number, size);
        var result = kind switch
        {
            StepKind.ShiftLeft => count >= 64 ? 0 : number << count,
            StepKind.ShiftRight => number >> count,
            _ => (ulong)(extended >> Math.Min(count, 63)),
        } & Value.Mask(size);

        // A shift by nothing leaves the flags as they were, whatever that is.
        if (count == 0)
            return (Value.Number(result), Flags.Unknown);
        var flags = Flags.Of(result, size, carry: false, overflow: false);
        return (Value.Number(result), new Flags(Flag.Zero | Flag.Sign, flags.Values & (Flag.Zero | Flag.Sign)));
    }

}
