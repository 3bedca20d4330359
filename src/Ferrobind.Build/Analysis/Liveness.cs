namespace Ferrobind.Build.Analysis;

/// <summary>
/// Which registers are read again before they are written. What is known of the others only keeps states apart that go on alike, so it
/// is forgotten. A wrong answer here would cost precision, and nothing else: to forget is always allowed.
/// </summary>
internal sealed class Liveness(IDecoder decoder)
{
    private readonly Dictionary<ulong, uint> _live = [];
    private readonly HashSet<ulong> _found = [];
    private readonly uint _all = (1u << decoder.Registers) - 1;

    private uint FlagsBit => 1u << decoder.Registers;

    /// <summary>Forgets what is not read again.</summary>
    public void Clean(MachineState state)
    {
        if (!_live.TryGetValue(state.Address, out var live))
        {
            Find(state.Address);
            live = _live[state.Address];
        }

        for (var register = 0; register < decoder.Registers; register++)
        {
            if ((live >> register & 1) == 0 && state[register].Kind is not ValueKind.Unknown)
                state[register] = Value.Unknown;
        }

        if ((live & FlagsBit) == 0)
            (state.Flags, state.Asked) = (Flags.Unknown, Value.Unknown);
    }

    /// <summary>Looks at all that is reached from an address without a call.</summary>
    private void Find(ulong start)
    {
        var steps = new SortedDictionary<ulong, Step>();
        var open = new Stack<ulong>([start]);
        while (open.TryPop(out var address))
        {
            if (steps.ContainsKey(address) || decoder.Decode(address) is not { } step)
                continue;
            steps[address] = step;
            foreach (var way in Ways(step))
                open.Push(way);
        }

        _live.TryAdd(start, _all | FlagsBit);
        for (var isNew = true; isNew;)
        {
            isNew = false;
            foreach (var step in steps.Values.Reverse())
            {
                var after = IsEnd(step)
                    ? _all
                    : Ways(step).Aggregate(0u, (live, way) => live | (steps.ContainsKey(way) ? Known(way) : _all));
                var live = (after & ~Written(step)) | Read(step);
                if (Known(step.Address) != live || !_found.Contains(step.Address))
                {
                    _live[step.Address] = live;
                    _found.Add(step.Address);
                    isNew = true;
                }
            }
        }
    }

    private uint Known(ulong address) => _found.Contains(address) ? _live[address] : 0;

    // What is called, or returned to, may read everything.
    private static bool IsEnd(Step step) => step.Refusal is not null || step.Kind is StepKind.Return or StepKind.JumpIndirect;

    private static IEnumerable<ulong> Ways(Step step) => step.Kind switch
    {
        _ when IsEnd(step) => [],
        StepKind.Jump => [step.Destination],
        StepKind.Branch => [step.Destination, step.Next],
        _ => [step.Next],
    };

    private uint Written(Step step) => step.Kind switch
    {
        StepKind.Other => 0,
        StepKind.Compare or StepKind.Test => FlagsBit,
        StepKind.Move or StepKind.SignExtend or StepKind.Address or StepKind.Pop or StepKind.Select => Whole(step.Target),
        StepKind.Add or StepKind.Subtract or StepKind.And or StepKind.Or or StepKind.Xor or StepKind.Multiply or StepKind.Negate =>
            Whole(step.Target) | FlagsBit,
        StepKind.ShiftLeft or StepKind.ShiftRight or StepKind.ShiftArithmetic or StepKind.Not or StepKind.Increment or StepKind.Decrement
            or StepKind.AddCarry or StepKind.SubtractBorrow => Whole(step.Target),
        _ => 0,
    };

    private static uint Whole(Operand target) => target is { Kind: OperandKind.Register, Size: >= 4 } ? 1u << target.Register : 0;

    private uint Read(Step step) => step.Kind switch
    {
        StepKind.Call or StepKind.CallIndirect => _all,
        StepKind.Return => _all,
        StepKind.Jump => 0,
        StepKind.Branch => FlagsBit,
        StepKind.Other => step.Reads | In(step.WritesMemory),
        StepKind.Move or StepKind.SignExtend or StepKind.Address => In(step.Right) | Into(step.Target),
        StepKind.Pop => Into(step.Target) | (1u << decoder.StackPointer),
        StepKind.Push => In(step.Right) | (1u << decoder.StackPointer),
        StepKind.Set => FlagsBit | Into(step.Target),
        StepKind.Select or StepKind.AddCarry or StepKind.SubtractBorrow => FlagsBit | In(step.Left) | In(step.Right) | Into(step.Target),
        StepKind.Xor or StepKind.Subtract when step.Left == step.Right && step.Size >= 4 => 0,
        _ => In(step.Left) | In(step.Right) | Into(step.Target),
    };

    /// <summary>The registers that an operand is found by, or is.</summary>
    private static uint In(Operand operand) => operand.Kind is OperandKind.None or OperandKind.Number ? 0
        : (operand.Register >= 0 ? 1u << operand.Register : 0) | (operand.Index >= 0 ? 1u << operand.Index : 0);

    /// <summary>What is written only in part, or is memory.</summary>
    private static uint Into(Operand target) => Whole(target) != 0 ? 0 : In(target);
}
