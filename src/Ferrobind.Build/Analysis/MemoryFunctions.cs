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
    /// <param name="isTimed">The length must be known.</param>
    /// <returns>The work, where it is known.</returns>
    public static int Call(string name, MachineState state, IDecoder decoder, bool isTimed)
    {
        var writes = name is "memcpy" or "memmove" or "memset";
        if (!writes && name is not ("memcmp" or "bcmp"))
            throw new NotProven($"calls a function of the system's: {name}");
        var (target, length) = (state[decoder.Arguments[0]], state[decoder.Arguments[2]]);
        if (isTimed && !length.IsNumber)
            throw new NotProven($"calls {name} with a length that is not known");
        if (isTimed && length.Bits > 1 << 16)
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
        var isOnStack = target is { IsAddress: true, Base: Interpreter.StackBase };
        if (writes && isOnStack && length is { IsNumber: true, Bits: <= int.MaxValue })
            state.Forget((long)target.Bits, (long)length.Bits);
        else if (writes && (isOnStack || (!target.IsAddress && !target.IsNumber)))
            state.ForgetStack();
        return isTimed ? 20 + ((int)length.Bits / 8) : 0;
    }
}
