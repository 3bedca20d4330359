namespace Ferrobind.Build.Analysis;

/// <summary>
/// Executes steps on what is known. What it does not follow exactly, it takes for unknown, so that whatever the machine would do is
/// among the ways that it finds.
/// </summary>
/// <param name="isTimed">How long the functions for memory take matters.</param>
internal sealed class Interpreter(MachineImage image, IDecoder decoder, bool isTimed = true)
{
    /// <summary>The stack among the bases of addresses; the arguments' are behind it.</summary>
    public const int StackBase = 0;

    private const int MostCalls = 32, FewNumbers = 64;
    private readonly List<ulong[]> _numbers = [];

    public HashSet<ulong> Visited { get; } = [];

    public int Stack { get; private set; }

    public bool HasLoops { get; private set; }

    /// <summary>Executes up to where there is more than one way, or none: the state is used up.</summary>
    /// <returns>The work, and the states that it may go on with; none behind the return.</returns>
    public (int Work, List<MachineState> Ways) Run(MachineState state, int most, ref long budget)
    {
        var work = 0;
        while (true)
        {
            if (--budget < 0)
                throw new NotProven("has too many ways through it to look at all of them", isTooMuch: true);
            var step = decoder.Decode(state.Address) ?? throw new NotProven("leads to bytes that are no instruction");
            if (step.Refusal is { } refusal)
                throw new NotProven(refusal);
            Visited.Add(step.Address);
            work += step.Work;
            if (work > most)
                throw new NotProven(NotProven.TooMuch, isTooMuch: true);
            switch (step.Kind)
            {
                case StepKind.Jump:
                    Go(state, step.Destination);
                    continue;
                case StepKind.JumpIndirect:
                    if (Targets(state, step) is not [var only])
                        return (work, Ways(state, Targets(state, step)));
                    Go(state, only);
                    continue;
                case StepKind.Branch:
                    if (state.Flags.Holds(step.Condition) is { } holds)
                    {
                        Go(state, holds ? step.Destination : step.Next);
                        continue;
                    }

                    return (work, Branch(state, step));
                case StepKind.Select when state.Flags.Holds(step.Condition) is null:
                    return (work, Select(state, step));
                case StepKind.Call or StepKind.CallIndirect:
                    Call(state, step, ref work);
                    continue;
                case StepKind.Return:
                    if (Return(state))
                        return (work, []);
                    continue;
                default:
                    Execute(state, step);
                    state.Address = step.Next;
                    continue;
            }
        }
    }

    private void Go(MachineState state, ulong destination)
    {
        if (image.ImportAt(destination) is not null)
        {
            Import(state, destination, isTail: true);
            return;
        }

        RefusePanics(destination);
        HasLoops |= destination <= state.Address;
        state.Address = destination;
    }

    private List<MachineState> Branch(MachineState state, Step step)
    {
        var other = state.Fork();
        var bounded = state.Bounded;
        if (state.Asked.Kind is ValueKind.Byte && step.Condition is Condition.Sign or Condition.NoSign or Condition.Less or Condition.GreaterOrEqual)
        {
            var isNegative = step.Condition is Condition.Sign or Condition.Less;
            (state.Told, other.Told) = (new Sign(state.Asked, isNegative), new Sign(state.Asked, !isNegative));
        }

        Go(state, step.Destination);
        Go(other, step.Next);
        if (bounded is { Register: >= 0, Numbers: < 0 })
        {
            state.Bounded = Told(bounded, step.Condition);
            other.Bounded = Told(bounded, Opposite(step.Condition));
        }

        return [other, state];
    }

    private Bounded Told(Bounded compared, Condition condition) => condition switch
    {
        Condition.Below => compared with { Numbers = List(UpTo(compared.Limit)) },
        Condition.BelowOrEqual => compared with { Numbers = List(UpTo(compared.Limit + 1)) },
        _ => compared,
    };

    private static ulong[] UpTo(int count) => [.. Enumerable.Range(0, count).Select(n => (ulong)n)];

    private static Condition Opposite(Condition condition) => condition switch
    {
        Condition.Above => Condition.BelowOrEqual,
        Condition.AboveOrEqual => Condition.Below,
        Condition.Below => Condition.AboveOrEqual,
        Condition.BelowOrEqual => Condition.Above,
        _ => Condition.None,
    };

    // Two values that nobody knows stay one state.
    private List<MachineState> Select(MachineState state, Step step)
    {
        var (left, right) = (Read(state, step.Left, step.Size), Read(state, step.Right, step.Size));
        if (left == right || (left.Kind is ValueKind.Unknown && right.Kind is ValueKind.Unknown))
        {
            Write(state, step.Target, left == right ? left : Value.Unknown);
            state.Address = step.Next;
            return [state];
        }

        var other = state.Fork();
        Write(state, step.Target, left);
        Write(other, step.Target, right);
        (state.Address, other.Address) = (step.Next, step.Next);
        return [state, other];
    }

    private void Call(MachineState state, Step step, ref int work)
    {
        var target = step.Kind is StepKind.Call ? step.Destination : Targets(state, step) is [var only]
            ? only : throw new NotProven("calls through a pointer");
        var stack = StackPointer(state) - 8;
        Reach(stack);
        if (image.ImportAt(target) is not null)
        {
            state.Address = step.Next;
            work += Import(state, target, isTail: false);
            return;
        }

        RefusePanics(target);
        if (state.Callers?.Holds(target) ?? false)
            throw new NotProven($"calls itself: {image.NameOf(target)}");
        if (state.Callers?.Depth >= MostCalls)
            throw new NotProven("calls too deep");
        state.Callers = new Caller(target, step.Next, stack, state.Callers);
        state[decoder.StackPointer] = Value.Address(StackBase, stack);
        state.Forget(stack, 8);
        state.Address = target;
    }

    /// <returns>It is the export's own return.</returns>
    private bool Return(MachineState state)
    {
        var stack = StackPointer(state);
        if (stack != (state.Callers?.Stack ?? 0))
            throw new NotProven("returns with the stack pointer elsewhere");
        state[decoder.StackPointer] = Value.Address(StackBase, stack + 8);
        state.ForgetBelow(stack + 8);
        if (state.Callers is { } caller)
        {
            state.Address = caller.Return;
            state.Callers = caller.Outer;
            return false;
        }

        foreach (var register in decoder.Preserved)
        {
            if (state[register] != DirectArguments.Preserved(register))
                throw new NotProven("does not give back a register that is the caller's");
        }

        return true;
    }

    private int Import(MachineState state, ulong target, bool isTail)
    {
        Reach(StackPointer(state) - (isTail ? 0 : 8) - MemoryFunctions.Stack);
        var work = MemoryFunctions.Call(image.ImportAt(target)!, state, decoder, isTimed);
        if (isTail && Return(state))
            throw new NotProven("ends in a function of the system's");
        return work;
    }

    private void RefusePanics(ulong target)
    {
        var name = image.NameOf(target);
        if (name.Contains("panic", StringComparison.Ordinal) || name.EndsWith("_failed", StringComparison.Ordinal)
            || name.EndsWith("_fail", StringComparison.Ordinal))
            throw new NotProven($"reaches a panic: {name}");
        if (name.Contains("__rust_alloc", StringComparison.Ordinal) || name.Contains("__rust_realloc", StringComparison.Ordinal)
            || name.Contains("__rust_dealloc", StringComparison.Ordinal) || name.Contains("__rdl_", StringComparison.Ordinal)
            || name.Contains("raw_vec", StringComparison.Ordinal))
            throw new NotProven($"allocates: {name}");
    }

    private ulong[] Targets(MachineState state, Step step)
    {
        if (step.Right is { Kind: OperandKind.Memory, Register: < 0, Index: < 0 } slot)
            return image.Slot((ulong)slot.Number) is { } target ? [target] : throw new NotProven("calls through a pointer");
        var value = Read(state, step.Right, 8);
        if (value.IsNumber)
            return [value.Bits];
        return value.Kind is ValueKind.Among ? _numbers[value.Base]
            : throw new NotProven(step.Kind is StepKind.JumpIndirect ? "jumps through a table or a pointer" : "calls through a pointer");
    }

    private List<MachineState> Ways(MachineState state, ulong[] targets) =>
    [
        .. targets.Distinct().Select(target =>
        {
            var way = state.Fork();
            Go(way, target);
            return way;
        }),
    ];

    private void Execute(MachineState state, Step step)
    {
        switch (step.Kind)
        {
            case StepKind.Move:
                Write(state, step.Target, Read(state, step.Right, step.Right.Kind is OperandKind.Number ? step.Size : step.Right.Size));
                break;
            case StepKind.SignExtend:
                Write(state, step.Target, Map(Read(state, step.Right, step.Right.Size), n => Arithmetic.SignExtend(n, step.Right.Size)));
                break;
            case StepKind.Address:
                Write(state, step.Target, AddressOf(state, step.Right).Narrow(step.Size));
                break;
            case StepKind.Select:
                if (state.Flags.Holds(step.Condition) is true)
                    Write(state, step.Target, Read(state, step.Right, step.Size));
                else
                    Write(state, step.Target, Read(state, step.Left, step.Size));
                break;
            case StepKind.Set:
                Write(state, step.Target, state.Flags.Holds(step.Condition) is { } holds ? Value.Number(holds ? 1UL : 0) : Value.Unknown);
                break;
            case StepKind.Exchange:
                var (left, right) = (Read(state, step.Left, step.Size), Read(state, step.Right, step.Size));
                Write(state, step.Left, right);
                Write(state, step.Right, left);
                break;
            case StepKind.Push:
                var pushed = Read(state, step.Right, 8);
                var stack = StackPointer(state) - 8;
                Reach(stack);
                state[decoder.StackPointer] = Value.Address(StackBase, stack);
                state.Store(stack, 8, pushed);
                break;
            case StepKind.Pop:
                var from = StackPointer(state);
                var popped = state.Load(from, 8);
                state[decoder.StackPointer] = Value.Address(StackBase, from + 8);
                Write(state, step.Target, popped);
                break;
            case StepKind.Other:
                Other(state, step);
                break;
            default:
                Compute(state, step);
                break;
        }

        if (!state[decoder.StackPointer].IsAddress || state[decoder.StackPointer].Base != StackBase)
            throw new NotProven("moves the stack pointer by what is not known");
        Reach((long)state[decoder.StackPointer].Bits);
    }

    private void Compute(MachineState state, Step step)
    {
        var (left, right) = (Read(state, step.Left, step.Size), Read(state, step.Right, step.Size));
        if (step is { Kind: StepKind.Xor or StepKind.Subtract or StepKind.Compare, Left.Kind: OperandKind.Register } && step.Left == step.Right)
            (left, right) = (Value.Number(0), Value.Number(0));
        var (result, flags) = Arithmetic.Compute(step.Kind, left, right, step.Size, state.Flags);
        if (result.Kind is ValueKind.Unknown && left.Kind is ValueKind.Among && right.IsNumber)
            result = Map(left, n => Arithmetic.Compute(step.Kind, Value.Number(n), right, step.Size, default).Result.Bits);
        if (result.Kind is ValueKind.Unknown && right.Kind is ValueKind.Among && left.IsNumber)
            result = Map(right, n => Arithmetic.Compute(step.Kind, left, Value.Number(n), step.Size, default).Result.Bits);
        if (step.Kind is not StepKind.Not)
        {
            state.Flags = flags;
            Ask(state, step, left, right);
            if (state.Bounded.Numbers < 0)
                state.Bounded = Bounded.None;
        }

        if (step.Kind is not (StepKind.Compare or StepKind.Test))
            Write(state, step.Target, result);
        else if (step is { Kind: StepKind.Compare, Left.Kind: OperandKind.Register, Size: >= 4 }
            && left.Kind is ValueKind.Unknown && right is { IsNumber: true, Bits: < FewNumbers })
            state.Bounded = new Bounded(step.Left.Register, step.Size, -1, (int)right.Bits);
    }

    /// <summary>The flags tell the sign of a byte, which may be known from before.</summary>
    private static void Ask(MachineState state, Step step, Value left, Value right)
    {
        var isAsked = left.Kind is ValueKind.Byte && step.Size == 1
            && (step.Kind is StepKind.Test ? left == right : step.Kind is StepKind.Compare && right is { IsNumber: true, Bits: 0 });
        state.Asked = isAsked ? left : Value.Unknown;
        if (!isAsked)
            return;
        state.Flags = default(Flags).With(Flag.Carry, false).With(Flag.Overflow, false);
        if (state.Told.Byte == left)
            state.Flags = state.Flags.With(Flag.Sign, state.Told.IsNegative);
    }

    private void Other(MachineState state, Step step)
    {
        for (var register = 0; register < decoder.Registers; register++)
        {
            if ((step.Writes >> register & 1) != 0)
                state[register] = Value.Unknown;
        }

        if (step.WritesFlags)
        {
            (state.Flags, state.Asked) = (Flags.Unknown, Value.Unknown);
            if (state.Bounded.Numbers < 0)
                state.Bounded = Bounded.None;
        }

        if (step.WritesMemory.Kind is not OperandKind.None)
            Write(state, step.WritesMemory, Value.Unknown);
    }

    private Value Read(MachineState state, Operand operand, int size)
    {
        switch (operand.Kind)
        {
            case OperandKind.Number:
                return Value.Number((ulong)operand.Number & Value.Mask(size));
            case OperandKind.Register:
                if (state.Bounded is { Numbers: >= 0 } bounded && bounded.Register == operand.Register && size <= bounded.Size)
                    return new Value(ValueKind.Among, bounded.Numbers, 0);
                var value = state[operand.Register];
                return value.Kind is ValueKind.Among && size < 8 ? Map(value, n => n & Value.Mask(size)) : value.Narrow(size);
            case OperandKind.Memory:
                return Load(state, AddressOf(state, operand), operand.Size);
            default:
                return Value.Unknown;
        }
    }

    private Value Load(MachineState state, Value address, int size)
    {
        if (address is { IsAddress: true, Base: StackBase })
            return state.Load((long)address.Bits, size);
        if (address is { IsAddress: true } && size == 1 && DirectArguments.IsView(address))
            return address with { Kind = ValueKind.Byte };
        return Map(address, n => image.TryRead(n, size, out var number) ? number : null);
    }

    private void Write(MachineState state, Operand target, Value value)
    {
        switch (target.Kind)
        {
            case OperandKind.Register when target.Size >= 4:
                state[target.Register] = value.Kind is ValueKind.Among ? value : value.Narrow(target.Size);
                break;
            case OperandKind.Register:
                var mask = Value.Mask(target.Size);
                state[target.Register] = value.IsNumber && state[target.Register] is { IsNumber: true, Bits: var rest }
                    ? Value.Number((rest & ~mask) | (value.Bits & mask)) : Value.Unknown;
                break;
            case OperandKind.Memory:
                Store(state, AddressOf(state, target), target.Size, value);
                break;
            default:
                if (target.Register >= 0)
                    state[target.Register] = Value.Unknown;
                else if (target.Kind is OperandKind.Unknown)
                    state.ForgetStack();
                break;
        }
    }

    // What is written by way of a view or to a static is not on the stack: the compiler's code is memory-safe, in a direct call as in
    // an ordinary one. Where an address comes from is not always known; then it may be the stack's.
    private void Store(MachineState state, Value address, int size, Value value)
    {
        if (address is { IsAddress: true, Base: StackBase })
        {
            Reach((long)address.Bits);
            if (size == 0)
                state.ForgetStack();
            else
                state.Store((long)address.Bits, size, value.Kind is ValueKind.Among or ValueKind.Byte ? Value.Unknown : value);
        }
        else if (!address.IsAddress && !address.IsNumber)
        {
            state.ForgetStack();
        }
    }

    private Value AddressOf(MachineState state, Operand memory)
    {
        if (memory.Kind is not OperandKind.Memory)
            return Value.Unknown;
        var sum = Value.Number((ulong)memory.Number);
        if (memory.Register >= 0)
            sum = Arithmetic.Add(sum, state[memory.Register]) is { Kind: not ValueKind.Unknown } known
                ? known : Map(state[memory.Register], n => n + (ulong)memory.Number);
        if (memory.Index < 0)
            return sum;
        var index = state[memory.Index];
        if (index.Kind is ValueKind.Among && sum.IsNumber)
            return Map(index, n => sum.Bits + (n * (ulong)memory.Scale));
        return index.IsNumber ? Arithmetic.Add(sum, Value.Number(index.Bits * (ulong)memory.Scale))
            : memory.Scale == 1 ? Arithmetic.Add(sum, index) : Value.Unknown;
    }

    private Value Map(Value value, Func<ulong, ulong?> map)
    {
        if (value.IsNumber)
            return map(value.Bits) is { } number ? Value.Number(number) : Value.Unknown;
        if (value.Kind is not ValueKind.Among)
            return Value.Unknown;
        var numbers = _numbers[value.Base].Select(map).ToArray();
        return numbers.All(n => n is not null) ? new Value(ValueKind.Among, List([.. numbers.Select(n => n!.Value)]), 0) : Value.Unknown;
    }

    private int List(ulong[] numbers)
    {
        var known = _numbers.FindIndex(list => list.AsSpan().SequenceEqual(numbers));
        if (known >= 0)
            return known;
        _numbers.Add(numbers);
        return _numbers.Count - 1;
    }

    private long StackPointer(MachineState state) => (long)state[decoder.StackPointer].Bits;

    private void Reach(long offset)
    {
        if (-offset > DirectProof.MostStack)
            throw new NotProven($"needs more than {DirectProof.MostStack} bytes of stack");
        Stack = Math.Max(Stack, (int)-offset);
    }
}
