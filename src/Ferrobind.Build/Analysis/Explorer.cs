namespace Ferrobind.Build.Analysis;

/// <summary>
/// Follows every way that an execution can take, from given arguments to the return. What depends on something that is not known
/// goes both ways. Each state is looked at once; a state that leads back to itself would be a loop without end.
/// </summary>
internal sealed class Explorer(MachineImage image, IDecoder decoder)
{
    private readonly Interpreter _interpreter = new(image, decoder);
    private readonly Liveness _liveness = new(decoder);
    private long _budget;

    /// <summary>The most bytes of stack that any way takes, below the return address of the export.</summary>
    public int Stack => _interpreter.Stack;

    /// <summary>How many different instructions there are.</summary>
    public int Instructions => _interpreter.Visited.Count;

    /// <summary>Some jump goes back.</summary>
    public bool HasLoops => _interpreter.HasLoops;

    /// <summary>The most work of any way from a state on.</summary>
    /// <param name="most">The most that is of interest.</param>
    /// <param name="budget">How many instructions may be looked at; what is left of it comes back.</param>
    /// <exception cref="NotProven">There is a way that no direct call may take, or there are too many.</exception>
    public int Work(MachineState start, int most, ref long budget)
    {
        _budget = budget;
        try
        {
            return Follow(start, most);
        }
        finally
        {
            budget = _budget;
        }
    }

    private sealed class Open(MachineState? state, int work, List<MachineState> ways)
    {
        public MachineState? State => state;
        public int Work => work;
        public List<MachineState> Ways => ways;
        public int Next;
        public int Longest;
    }

    private int Follow(MachineState start, int most)
    {
        // -1: on the way that is followed now.
        var known = new Dictionary<MachineState, int>();
        var open = new Stack<Open>();
        var done = 0;
        open.Push(new Open(null, 0, [start]));
        var sum = 0;
        while (true)
        {
            var top = open.Peek();
            if (top.Next == top.Ways.Count)
            {
                open.Pop();
                sum -= top.Work;
                done = top.Work + top.Longest;
                if (top.State is { } finished)
                    known[finished] = done;
                if (open.Count == 0)
                    return done;
                open.Peek().Longest = Math.Max(open.Peek().Longest, done);
                continue;
            }

            var way = top.Ways[top.Next++];
            if (known.TryGetValue(way, out var work))
            {
                if (work < 0)
                    throw new NotProven(NotProven.Loop, isTooMuch: true);
                if (sum + work > most)
                    throw new NotProven(NotProven.TooMuch, isTooMuch: true);
                top.Longest = Math.Max(top.Longest, work);
                continue;
            }

            known[way] = -1;
            var state = way.Fork();
            var (taken, ways) = _interpreter.Run(state, most - sum, ref _budget);
            ways.ForEach(_liveness.Clean);
            sum += taken;
            open.Push(new Open(way, taken, ways));
        }
    }
}
