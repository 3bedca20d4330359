using System.Runtime.InteropServices;
using Iced.Intel;

namespace Ferrobind.Build.Analysis;

/// <summary>
/// x86-64 under the System V ABI. What an instruction does to integer registers is written down here for those that compilers
/// count and address with; of all others it is enough to know what they write, which Iced knows. What is not listed is refused.
/// </summary>
internal sealed class X64Decoder(MachineImage image) : IDecoder
{
    private static readonly int[] _arguments = [7, 6, 2, 1, 8, 9];
    private static readonly int[] _preserved = [3, 5, 12, 13, 14, 15];

    private readonly Dictionary<ulong, Step?> _decoded = [];
    private readonly InstructionInfoFactory _information = new();

    public int StackPointer => 4;

    public ReadOnlySpan<int> Arguments => _arguments;

    public int Result => 0;

    public ReadOnlySpan<int> Preserved => _preserved;

    public int Registers => 16;

    public int RedZone => 128;

    public Step? Decode(ulong address)
    {
        if (_decoded.TryGetValue(address, out var known))
            return known;
        return _decoded[address] = Read(address);
    }

    private Step? Read(ulong address)
    {
        var code = image.CodeAt(address);
        if (code.IsEmpty || !MemoryMarshal.TryGetArray(code, out var bytes))
            return null;
        var decoder = Decoder.Create(64, new ByteArrayCodeReader(bytes.Array!, bytes.Offset, Math.Min(bytes.Count, 16)));
        decoder.IP = address;
        decoder.Decode(out var instruction);
        if (instruction.IsInvalid)
            return null;
        var step = X64Steps.Of(instruction, _information);
        return image.IsThreadLocal(address, instruction.Length) && step.Refusal is null
            ? step with { Refusal = "uses a variable of the thread" }
            : step;
    }
}
