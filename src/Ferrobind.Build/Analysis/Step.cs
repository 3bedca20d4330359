namespace Ferrobind.Build.Analysis;

/// <summary>
/// What one instruction does to what the proof looks at: integer registers, flags, the stack, the way on. The same for every
/// architecture; a decoder says which instruction is which step.
/// </summary>
internal sealed record Step
{
    public required ulong Address { get; init; }

    /// <summary>The address behind it.</summary>
    public required ulong Next { get; init; }

    public StepKind Kind { get; init; }

    /// <summary>The width of the operation in bytes: 1, 2, 4 or 8.</summary>
    public int Size { get; init; } = 8;

    /// <summary>What is written, and where the operation has two operands also the left one.</summary>
    public Operand Target { get; init; }

    public Operand Left { get; init; }

    public Operand Right { get; init; }

    public Condition Condition { get; init; }

    /// <summary>Of a jump, a branch or a call: where it goes.</summary>
    public ulong Destination { get; init; }

    /// <summary>Of <see cref="StepKind.Other"/>: the registers that then have values which nobody knows, a bit each.</summary>
    public uint Writes { get; init; }

    /// <summary>Of <see cref="StepKind.Other"/>: the registers that it reads, a bit each; one more for the flags.</summary>
    public uint Reads { get; init; }

    /// <summary>Of <see cref="StepKind.Other"/>: the flags, too.</summary>
    public bool WritesFlags { get; init; }

    /// <summary>Of <see cref="StepKind.Other"/>: memory that it writes to.</summary>
    public Operand WritesMemory { get; init; }

    /// <summary>About how long it takes, in simple instructions.</summary>
    public int Work { get; init; } = 1;

    /// <summary>Why no direct call may reach it; null where one may.</summary>
    public string? Refusal { get; init; }
}

internal enum StepKind
{
    /// <summary>It changes nothing but what <see cref="Step.Writes"/> says.</summary>
    Other,

    Move, SignExtend, Address, Add, Subtract, And, Or, Xor, ShiftLeft, ShiftRight, ShiftArithmetic, Multiply, Negate, Not, Increment,
    Decrement, AddCarry, SubtractBorrow, Compare, Test, Select, Set, Exchange, Push, Pop, Jump, Branch, JumpIndirect, Call, CallIndirect,
    Return,
}

/// <summary>A condition of the flags.</summary>
internal enum Condition
{
    None, Overflow, NoOverflow, Below, AboveOrEqual, Equal, NotEqual, BelowOrEqual, Above, Sign, NoSign, Parity, NoParity, Less,
    GreaterOrEqual, LessOrEqual, Greater,
}

internal enum OperandKind { None, Register, Number, Memory, Unknown }

/// <summary>What a step reads or writes.</summary>
/// <param name="Size">In bytes; of a register, its lowest ones.</param>
/// <param name="Register">The register; of memory, the base, or -1.</param>
/// <param name="Index">Of memory, the register that is scaled, or -1.</param>
/// <param name="Number">The number; of memory, what is added to the registers.</param>
internal readonly record struct Operand(OperandKind Kind, int Size, int Register = -1, int Index = -1, int Scale = 1, long Number = 0);
