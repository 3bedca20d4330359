using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Build.Analysis;

/// <summary>
/// Decides from its machine code whether an export can do with nothing but its arguments: it stays inside and within its stack, for
/// arguments and views of any size. How long it takes is another question. docs/direct.md has both.
/// </summary>
public sealed class ClosedProof
{
    private const long Budget = 1_500_000;

    private readonly MachineImage _image;

    private ClosedProof(MachineImage image) => _image = image;

    /// <param name="path">A shared library, an object, or a closed archive.</param>
    public static ClosedProof Of(string path) => new(MachineImage.Read(path));

    /// <summary>Looks at one direct export.</summary>
    /// <exception cref="NotProven">There is a way that it must not take.</exception>
    internal ClosedCode Look(string symbol, DirectSignature signature)
    {
        if (_image.Machine != 62)
            throw new NotProven("is of an architecture that is not understood");
        if (_image.AddressOf(symbol) is not { } address)
            throw new NotProven("is not in the library");
        var decoder = new X64Decoder(_image);
        var interpreter = new Interpreter(_image, decoder, isTimed: false);
        Follow(interpreter, new Liveness(decoder), decoder.StackPointer, DirectArguments.Start(decoder, address, signature, null));
        return new ClosedCode(symbol, interpreter.Stack,
        [
            .. interpreter.Visited.Order()
                .Select(at => new CodeRange(_image.PlaceOf(at).Section, _image.PlaceOf(at).Offset, (int)(decoder.Decode(at)!.Next - at))),
        ]);
    }

    /// <summary>Looks at one direct export.</summary>
    public PureVerdict Judge(string symbol, DirectSignature signature)
    {
        try
        {
            var code = Look(symbol, signature);
            return new ProvenPure(symbol, code.Stack, code.Bytes);
        }
        catch (NotProven reason)
        {
            return new NotPure(symbol, reason.Message);
        }
    }

    // Executions that come to one place, from the same calls, are taken together: what is then known is what all of them know. It
    // can only become less, so this ends where the code does not.
    private static void Follow(Interpreter interpreter, Liveness liveness, int stackPointer, MachineState start)
    {
        var budget = Budget;
        var known = new Dictionary<(ulong Address, Caller? Callers), MachineState>();
        var open = new Stack<MachineState>([start]);
        while (open.TryPop(out var state))
        {
            foreach (var way in interpreter.Run(state, int.MaxValue, ref budget).Ways)
            {
                liveness.Clean(way);
                var place = (way.Address, way.Callers);
                if (!known.TryGetValue(place, out var before))
                    known[place] = way;
                else if (before.Join(way) is { } joined)
                    known[place] = joined;
                else
                    continue;
                if (!known[place][stackPointer].IsAddress)
                    throw new NotProven("moves the stack pointer by what is not known");
                open.Push(known[place].Fork());
            }
        }
    }
}

/// <summary>The machine code of one export, with what it calls: all instructions that any call may reach.</summary>
/// <param name="Stack">The most bytes of stack.</param>
/// <param name="Instructions">Each of them, sorted.</param>
internal sealed record ClosedCode(string Symbol, int Stack, ImmutableArray<CodeRange> Instructions)
{
    public int Bytes => Instructions.Sum(i => i.Length);
}

/// <summary>Some bytes of a section of an object.</summary>
internal readonly record struct CodeRange(int Section, int Offset, int Length);
