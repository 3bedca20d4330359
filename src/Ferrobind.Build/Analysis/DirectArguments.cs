using Ferrobind.Plan;

namespace Ferrobind.Build.Analysis;

/// <summary>How an execution of a direct export begins.</summary>
internal static class DirectArguments
{
    // Bases of addresses: the stack, the views, and behind them what the caller's registers held.
    private const int FirstView = 1, FirstPreserved = 100;

    /// <summary>What a register that is to be given back held: known to nobody, but the same in the end.</summary>
    public static Value Preserved(int register) => Value.Address(FirstPreserved + register, 0);

    public static bool IsView(Value value) => value is { IsAddress: true, Base: >= FirstView and < FirstPreserved };

    public static bool IsPreserved(Value value) => value is { IsAddress: true, Base: >= FirstPreserved };

    /// <param name="lengths">The elements of each view; null: of any number.</param>
    public static MachineState Start(IDecoder decoder, ulong address, DirectSignature signature, IReadOnlyList<int>? lengths)
    {
        var state = new MachineState(decoder.Registers) { Address = address };
        state[decoder.StackPointer] = Value.Address(Interpreter.StackBase, 0);
        foreach (var register in decoder.Preserved)
            state[register] = Preserved(register);
        var (used, view) = (0, 0);
        foreach (var part in signature.Parts.Where(p => !p.IsVector))
        {
            var register = decoder.Arguments[used++];
            switch (part.Role)
            {
                case DirectRole.Data:
                    state[register] = Value.Address(FirstView + view, 0);
                    break;
                case DirectRole.Length:
                    if (lengths is not null)
                        state[register] = Value.Number((ulong)lengths[view]);
                    view++;
                    break;
            }
        }

        return state;
    }
}
