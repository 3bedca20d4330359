namespace Ferrobind.Build.Analysis;

/// <summary>
/// The functions of the system's that a direct call may reach: those that compilers call for memory. They are leaves, take no locks,
/// and take as long as they are told, so how much that is must be known.
/// </summary>
internal static class MemoryFunctions
{
    /// <summary>More stack than any C library's take, in bytes.</summary>
    public const int Stack = 256;

    /// <summary>Calls one: what is known behind it is less.</summary>
    /// <returns>The work.</returns>
    public static int Call(string name, MachineState state, IDecoder decoder)
    {
        var writes = name is "memcpy" or "memmove" or "memset";
        if (!writes && name is not ("memcmp" or "bcmp"))
            throw new NotProven($"calls a function of the system's: {name}");
        var (target, length) = (state[decoder.Arguments[0]], state[decoder.Arguments[2]]);
        if (!length.IsNumber)
            throw new NotProven($"calls {name} with a length that is not known");
        if (length.Bits > 1 << 16)
            throw new NotProven($"calls {name} with {length.Bits} bytes", isTooMuch: true);
        for (var register = 0; register < decoder.Registers; register++)
        {
            if (register != decoder.StackPointer && decoder.Preserved.IndexOf(register) < 0)
                state[register] = Value.Unknown;
        }

        state[decoder.Result] = writes ? target : Value.Unknown;
        state.Flags = Flags.Unknown;
        state.Bounded = Bounded.None;
        state.Asked = Value.Unknown;
        if (writes && target is { IsAddress: true, Base: Interpreter.StackBase })
            state.Forget((long)target.Bits, (long)length.Bits);
        else if (writes && !target.IsAddress && !target.IsNumber)
            state.ForgetStack();
        return 20 + ((int)length.Bits / 8);
    }
}
