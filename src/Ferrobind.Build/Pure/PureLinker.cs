using System.Buffers.Binary;
using Ferrobind.Build.Analysis;

namespace Ferrobind.Build.Pure;

/// <summary>
/// Takes instructions and constants out of an object, and puts them into one of a single section that is complete in itself. For a static
/// program, Go's linker puts such an object somewhere and fills in nothing: what relocations ask for is left undone, without a word.
/// </summary>
internal sealed class PureLinker(RelocatableObject source)
{
    private const byte Trap = 0xCC;
    private const int Alignment = 16;
    private const uint Absolute64 = 1, Relative32 = 2, Call32 = 4, Slot32 = 9, SlotRelaxed = 41, SlotRelaxedWide = 42;

    private readonly SortedSet<string> _exports = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, SortedDictionary<int, int>> _code = [];
    private readonly SortedSet<int> _constants = [];
    private readonly SortedSet<string> _memory = new(StringComparer.Ordinal);

    /// <summary>Adds an export with all that it needs, or nothing.</summary>
    /// <exception cref="NotProven">It needs something that cannot be in the object.</exception>
    public void Add(ClosedCode export)
    {
        var code = export.Instructions.GroupBy(i => i.Section)
            .ToDictionary(section => section.Key, section => section.ToDictionary(i => i.Offset, i => i.Length));
        var (constants, memory) = (new HashSet<int>(), new HashSet<string>());
        foreach (var (index, instructions) in code)
        {
            foreach (var reference in References(source.Sections[index], instructions))
            {
                if (reference.Memory is { } function)
                    memory.Add(function);
                else if (!reference.Section!.IsCode)
                    AddConstants(reference.Section, constants);
                else if (!code.TryGetValue(reference.Section.Index, out var there) || !there.ContainsKey(reference.Destination))
                    throw new NotProven("refers to code that it does not call");
            }
        }

        _exports.Add(export.Symbol);
        _constants.UnionWith(constants);
        _memory.UnionWith(memory);
        foreach (var instruction in export.Instructions)
        {
            if (!_code.TryGetValue(instruction.Section, out var known))
                _code[instruction.Section] = known = [];
            known[instruction.Offset] = instruction.Length;
        }
    }

    /// <summary>The object's bytes.</summary>
    public byte[] Write()
    {
        var sections = source.Sections;
        var (text, places, functions) = (new List<byte>(), new Dictionary<int, int>(), new List<ObjectFunction>());
        int Place(int size, int alignment)
        {
            var at = (text.Count + alignment - 1) / alignment * alignment;
            text.AddRange(Enumerable.Repeat(Trap, at + size - text.Count));
            return at;
        }

        foreach (var index in _code.Keys)
            places[index] = Place(sections[index].Bytes.Length, Math.Max(Alignment, sections[index].Alignment));
        var memory = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in _memory)
        {
            var code = MemoryCode.Of(name);
            memory[name] = Place(0, Alignment);
            functions.Add(new ObjectFunction(name, false, memory[name], code.Length));
            text.AddRange(code);
        }

        foreach (var index in _constants)
        {
            places[index] = Place(0, sections[index].Alignment);
            text.AddRange(sections[index].Bytes);
        }

        var bytes = text.ToArray();
        foreach (var (index, instructions) in _code)
            WriteCode(sections[index], instructions, bytes, places, memory);
        foreach (var index in _constants)
            WriteDistances(sections[index], bytes, places);
        functions.AddRange(source.Symbols
            .Where(s => s.Kind == 2 && _code.ContainsKey(s.Section) && IsUsed(s)).OrderBy(s => (s.Section, s.Value))
            .Select(s => _exports.Contains(s.Name)
                ? new ObjectFunction(s.Name, true, places[s.Section] + s.Value, s.Size)
                : new ObjectFunction(SymbolName.Readable(s.Name), false, places[s.Section] + s.Value, s.Size)));
        return ObjectWriter.Write(bytes, places.Keys.Select(i => sections[i].Alignment).Append(Alignment).Max(), functions);
    }

    private bool IsUsed(ObjectSymbol symbol) =>
        _exports.Contains(symbol.Name) || _code[symbol.Section].Keys.Any(at => at >= symbol.Value && at < symbol.Value + symbol.Size);

    // What is no instruction of the proof's stays a trap.
    private void WriteCode(
        ObjectSection section, SortedDictionary<int, int> instructions, byte[] bytes, Dictionary<int, int> places, Dictionary<string, int> memory)
    {
        var start = places[section.Index];
        foreach (var (at, length) in instructions)
            section.Bytes.AsSpan(at, length).CopyTo(bytes.AsSpan(start + at));
        foreach (var reference in References(section, instructions))
        {
            reference.Patch.CopyTo(bytes.AsSpan(start + reference.PatchAt));
            var target = reference.Memory is { } function ? memory[function] : places[reference.Section!.Index];
            var at = start + reference.At;
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), (int)(target + reference.Addend - at));
        }
    }

    // A table of jumps has distances to all of its targets. The proof knows which of them can be jumped to.
    private void WriteDistances(ObjectSection section, byte[] bytes, Dictionary<int, int> places)
    {
        foreach (var relocation in section.Relocations)
        {
            var symbol = source.Symbols[relocation.Symbol];
            var at = places[section.Index] + relocation.Offset;
            if (places.TryGetValue(symbol.Section, out var place))
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), (int)(place + symbol.Value + relocation.Addend - at));
        }
    }

    private void AddConstants(ObjectSection section, HashSet<int> constants)
    {
        if (section.IsThreads)
            throw new NotProven("uses a variable of the thread");
        if (section.Relocations.Any(r => r.Type == Absolute64))
            throw new NotProven("uses a table of addresses, which Go's linker does not fill in");
        if (section.IsWritable || !section.IsInMemory || section.Bytes.Length < section.Size)
            throw new NotProven("uses a variable that outlives the call");
        if (!constants.Add(section.Index))
            return;
        foreach (var relocation in section.Relocations)
        {
            if (relocation.Type is not Relative32)
                throw new NotProven($"uses an address of a kind that is not understood: {relocation.Type}");
            if (source.Symbols[relocation.Symbol].Section is var target && (target == 0 || target >= source.Sections.Count))
                throw new NotProven("uses a table of addresses of the system's");
            if (!source.Sections[target].IsCode)
                AddConstants(source.Sections[target], constants);
        }
    }

    /// <summary>What the instructions of a section refer to outside of it.</summary>
    private IEnumerable<Reference> References(ObjectSection section, IReadOnlyDictionary<int, int> instructions)
    {
        foreach (var relocation in section.Relocations)
        {
            // The longest instruction has 15 bytes.
            for (var at = relocation.Offset; at >= 0 && relocation.Offset - at < 15; at--)
            {
                if (!instructions.TryGetValue(at, out var length))
                    continue;
                if (at + length > relocation.Offset)
                    yield return Read(section, relocation, at + length);
                break;
            }
        }
    }

    private Reference Read(ObjectSection section, ObjectRelocation relocation, int end)
    {
        var reference = new Reference(relocation.Offset, relocation.Addend);
        switch (relocation.Type)
        {
            case Relative32 or Call32:
                break;
            case Slot32 or SlotRelaxed or SlotRelaxedWide:
                reference = Straight(reference, section.Bytes[relocation.Offset - 2], section.Bytes[relocation.Offset - 1]);
                break;
            default:
                throw new NotProven($"uses an address of a kind that is not understood: {relocation.Type}");
        }

        var symbol = source.Symbols[relocation.Symbol];
        if (symbol.Section == 0)
        {
            return MemoryCode.Names.Contains(symbol.Name) ? reference with { Memory = symbol.Name }
                : throw new NotProven($"refers to something of the system's: {symbol.Name}");
        }

        if (symbol.Section >= source.Sections.Count)
            throw new NotProven($"refers to {symbol.Name}, which is in no section");
        return reference with
        {
            Section = source.Sections[symbol.Section],
            Addend = symbol.Value + reference.Addend,
            Destination = (int)(symbol.Value + relocation.Addend) + end - relocation.Offset,
        };
    }

    // What goes by way of the table of global offsets goes straight, as other linkers do it, with as many bytes (the x86-64 ABI,
    // "Optimize GOTPCRELX Relocations").
    private static Reference Straight(Reference reference, byte operation, byte operand) => (operation, operand & 0xC7, operand) switch
    {
        (0x8B, 0x05, _) => reference with { PatchAt = reference.At - 2, Patch = [0x8D] },
        (0xFF, _, 0x15) => reference with { PatchAt = reference.At - 2, Patch = [0x67, 0xE8] },
        (0xFF, _, 0x25) => reference with { At = reference.At - 1, PatchAt = reference.At - 2, Patch = [0xE9, 0, 0, 0, 0, 0x90] },
        _ => throw new NotProven("uses an address out of a table in a way that is not understood"),
    };

    /// <summary>An address in an instruction.</summary>
    /// <param name="At">Where it is in its section: four bytes, relative to the place.</param>
    /// <param name="Addend">What is added to the target's start.</param>
    private sealed record Reference(int At, long Addend)
    {
        /// <summary>What it refers to; null where that is a function for memory.</summary>
        public ObjectSection? Section { get; init; }

        /// <summary>The function for memory that it refers to.</summary>
        public string? Memory { get; init; }

        /// <summary>Of code, the place that is called or jumped to.</summary>
        public int Destination { get; init; }

        /// <summary>What the instruction's bytes become, where they change.</summary>
        public byte[] Patch { get; init; } = [];

        public int PatchAt { get; init; }
    }
}
