namespace Ferrobind.Build.Analysis;

/// <summary>
/// Where an execution is, and what is known there: two that are equal go on alike, so one of them is enough to look at.
/// </summary>
internal sealed class MachineState : IEquatable<MachineState>
{
    private readonly Value[] _registers;
    private readonly SortedList<long, (int Size, Value Value)> _stack;

    private MachineState(Value[] registers, SortedList<long, (int Size, Value Value)> stack) =>
        (_registers, _stack) = (registers, stack);

    public MachineState(int registers) : this(new Value[registers], [])
    {
    }

    public ulong Address { get; set; }

    public Flags Flags { get; set; }

    /// <summary>The functions that wait for another to return; null in the export itself.</summary>
    public Caller? Callers { get; set; }

    /// <summary>
    /// A register whose lowest bytes are one of a few numbers, as a comparison has told: -1 where there is none. The flags
    /// may also be those of a comparison that is to tell: then there are no numbers yet.
    /// </summary>
    public Bounded Bounded { get; set; } = Bounded.None;

    /// <summary>The byte of a view whose sign the flags are; unknown where they are of something else.</summary>
    public Value Asked { get; set; }

    /// <summary>What a branch has told last of a byte of a view. Nobody writes to a view before the call returns.</summary>
    public Sign Told { get; set; }

    public Value this[int register]
    {
        get => _registers[register];
        set
        {
            _registers[register] = value;
            if (Bounded.Register == register)
                Bounded = Bounded.None;
        }
    }

    public MachineState Fork() => new([.. _registers], new SortedList<long, (int Size, Value Value)>(_stack))
    {
        Address = Address,
        Flags = Flags,
        Callers = Callers,
        Bounded = Bounded,
        Asked = Asked,
        Told = Told,
    };

    public Value Load(long offset, int size)
    {
        if (_stack.TryGetValue(offset, out var word) && word.Size == size)
            return word.Value;
        foreach (var (at, part) in _stack)
        {
            if (at <= offset && offset + size <= at + part.Size)
                return part.Value.IsNumber ? Value.Number(part.Value.Bits >> (int)(8 * (offset - at))).Narrow(size) : Value.Unknown;
        }

        return Value.Unknown;
    }

    public void Store(long offset, int size, Value value)
    {
        Forget(offset, size);
        if (value.Kind is not ValueKind.Unknown)
            _stack[offset] = (size, value);
    }

    /// <summary>The bytes of the stack have been written over.</summary>
    public void Forget(long offset, long size)
    {
        for (var i = _stack.Count - 1; i >= 0; i--)
        {
            var at = _stack.Keys[i];
            if (at < offset + size && offset < at + _stack.Values[i].Size)
                _stack.RemoveAt(i);
        }
    }

    /// <summary>
    /// Something on the stack has been written over: anything but what is kept there for the caller. That is in no variable, and
    /// the compiler's code writes to nothing but variables.
    /// </summary>
    public void ForgetStack()
    {
        for (var i = _stack.Count - 1; i >= 0; i--)
        {
            if (!DirectArguments.IsPreserved(_stack.Values[i].Value))
                _stack.RemoveAt(i);
        }
    }

    /// <summary>What lies below the stack pointer is nobody's any more.</summary>
    public void ForgetBelow(long offset)
    {
        while (_stack.Count > 0 && _stack.Keys[0] < offset)
            _stack.RemoveAt(0);
    }

    /// <summary>What is known where an execution comes from here or from there: what both know.</summary>
    /// <returns>Null where that is what is known here.</returns>
    public MachineState? Join(MachineState other)
    {
        var joined = Fork();
        for (var register = 0; register < _registers.Length; register++)
        {
            if (_registers[register] != other._registers[register])
                joined._registers[register] = Value.Unknown;
        }

        foreach (var (at, word) in _stack)
        {
            if (!other._stack.TryGetValue(at, out var there) || there != word)
                joined._stack.Remove(at);
        }

        joined.Flags = Flags.And(other.Flags);
        joined.Bounded = Bounded == other.Bounded ? Bounded : Bounded.None;
        joined.Asked = Asked == other.Asked ? Asked : Value.Unknown;
        joined.Told = Told == other.Told ? Told : default;
        return joined.Equals(this) ? null : joined;
    }

    public bool Equals(MachineState? other)
    {
        if (other is null || Address != other.Address || Flags != other.Flags || Bounded != other.Bounded || Asked != other.Asked
            || Told != other.Told || _stack.Count != other._stack.Count
            || !_registers.AsSpan().SequenceEqual(other._registers) || !Equals(Callers, other.Callers))
            return false;
        for (var i = 0; i < _stack.Count; i++)
        {
            if (_stack.Keys[i] != other._stack.Keys[i] || _stack.Values[i] != other._stack.Values[i])
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as MachineState);

    public override int GetHashCode()
    {
        var hash = (Address * 31) + ((ulong)Flags.Values << 8) + (ulong)_stack.Count + ((ulong)(Callers?.Return ?? 0) << 7);
        foreach (var register in _registers)
            hash = (hash * 0x9E3779B97F4A7C15) + register.Bits + ((ulong)register.Kind << 56) + ((ulong)register.Base << 48);
        return (int)(hash ^ (hash >> 32));
    }
}

/// <summary>A call that has not returned.</summary>
/// <param name="Function">What was called.</param>
/// <param name="Return">The address that it returns to.</param>
/// <param name="Stack">Where the return address is.</param>
internal sealed record Caller(ulong Function, ulong Return, long Stack, Caller? Outer)
{
    public int Depth { get; } = (Outer?.Depth ?? 0) + 1;

    /// <summary>The function has been called before, and has not returned.</summary>
    public bool Holds(ulong function) => Function == function || (Outer?.Holds(function) ?? false);

    public override int GetHashCode() => HashCode.Combine(Return, Stack, Depth);
}

/// <summary>What a comparison of a register with a small number tells, behind the branch.</summary>
/// <param name="Numbers">The list of numbers; -1 before the branch.</param>
/// <param name="Limit">What it was compared with.</param>
internal readonly record struct Bounded(int Register, int Size, int Numbers, int Limit)
{
    public static Bounded None => new(-1, 0, -1, 0);
}

/// <summary>Whether the highest bit of a byte of a view is set.</summary>
internal readonly record struct Sign(Value Byte, bool IsNegative);
