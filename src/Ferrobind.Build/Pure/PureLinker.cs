using System.Collections.Immutable;
using Ferrobind.Build.Analysis;

namespace Ferrobind.Build.Pure;

/// <summary>
/// Takes instructions and data out of an object, and puts them into one that Go's own linker reads. That one makes no table of global
/// offsets for code that is not Go's, so what goes by way of such a table goes straight in the new object.
/// </summary>
internal sealed class PureLinker(RelocatableObject source, string memoryPrefix)
{
    private const byte Trap = 0xCC;
    private const ulong Writable = 1, Allocated = 2, Executable = 4;

    private static readonly string[] _memory = ["bcmp", "memcmp", "memcpy", "memmove", "memset"];

    private readonly SortedSet<string> _exports = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, SortedDictionary<int, int>> _code = [];
    private readonly SortedSet<int> _data = [];
    private readonly SortedSet<string> _needed = new(StringComparer.Ordinal);

    public bool IsEmpty => _exports.Count == 0;

    public IEnumerable<string> Exports => _exports;

    public ImmutableArray<string> Memory => [.. _needed];

    /// <summary>What the object calls a function for memory.</summary>
    public string NameOf(string memory) => memoryPrefix + memory;

    /// <summary>Adds an export with all that it needs, or nothing.</summary>
    /// <exception cref="NotProven">It needs something that cannot be in the object.</exception>
    public void Add(ClosedCode export)
    {
        var code = export.Instructions.GroupBy(i => i.Section)
            .ToDictionary(section => section.Key, section => section.ToDictionary(i => i.Offset, i => i.Length));
        var (data, needed) = (new HashSet<int>(), new HashSet<string>());
        foreach (var (index, instructions) in code)
        {
            foreach (var reference in References(source.Sections[index], instructions))
            {
                if (reference.Import is { } import)
                    needed.Add(import);
                else if (!reference.Section!.IsCode)
                    AddData(reference.Section, data);
                else if (!code.TryGetValue(reference.Section.Index, out var there) || !there.ContainsKey(reference.Destination))
                    throw new NotProven("refers to code that it does not call");
            }
        }

        _exports.Add(export.Symbol);
        _data.UnionWith(data);
        _needed.UnionWith(needed);
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
        var writer = new ObjectWriter();
        var sections = source.Sections;
        int Alignment(IEnumerable<int> indices) => indices.Select(i => sections[i].Alignment).DefaultIfEmpty(1).Max();
        var groups = _data.ToLookup(i => (sections[i].IsWritable, HasContents: sections[i].Bytes.Length > 0));
        var text = writer.Section(".text", Allocated | Executable, Math.Max(16, Alignment(_code.Keys)));
        var constants = writer.Section(".rodata", Allocated, Alignment(groups[(false, true)]));
        var variables = writer.Section(".data", Allocated | Writable, Alignment(groups[(true, true)]));
        var zeros = writer.Section(".bss", Allocated | Writable, Alignment(groups[(true, false)].Concat(groups[(false, false)])), hasContents: false);

        var places = new Dictionary<int, (ObjectWriter.OutputSection Section, int At)>();
        foreach (var index in _code.Keys)
            places[index] = (text, text.Place(sections[index].Bytes.Length, Math.Max(16, sections[index].Alignment), Trap));
        foreach (var index in _data)
        {
            var section = sections[index];
            var target = section.Bytes.Length == 0 ? zeros : section.IsWritable ? variables : constants;
            var at = target.Place(section.Size, section.Alignment, 0);
            places[index] = (target, at);
            for (var i = 0; i < section.Bytes.Length; i++)
                target.Bytes[at + i] = section.Bytes[i];
        }

        foreach (var (index, instructions) in _code)
            WriteCode(sections[index], instructions, text, places);
        foreach (var index in _data)
            WriteAddresses(sections[index], places);
        foreach (var symbol in source.Symbols.Where(s => s.Kind == 2 && places.ContainsKey(s.Section) && IsUsed(s)).OrderBy(s => (s.Section, s.Value)))
        {
            var isExport = _exports.Contains(symbol.Name);
            writer.Function(
                isExport ? symbol.Name : SymbolName.Readable(symbol.Name), isExport, text, places[symbol.Section].At + symbol.Value, symbol.Size);
        }

        return writer.Write();
    }

    private bool IsUsed(ObjectSymbol symbol) =>
        _code[symbol.Section].Keys.Any(at => at >= symbol.Value && at < symbol.Value + symbol.Size);

    private void WriteCode(
        ObjectSection section, SortedDictionary<int, int> instructions, ObjectWriter.OutputSection text,
        Dictionary<int, (ObjectWriter.OutputSection Section, int At)> places)
    {
        var start = places[section.Index].At;
        foreach (var (at, length) in instructions)
        {
            for (var i = at; i < at + length; i++)
                text.Bytes[start + i] = section.Bytes[i];
        }

        foreach (var reference in References(section, instructions))
        {
            for (var i = 0; i < reference.Patch.Length; i++)
                text.Bytes[start + reference.PatchAt + i] = reference.Patch[i];
            var (target, from) = reference.Import is { } import
                ? (new ObjectWriter.Target(null, NameOf(import)), 0)
                : (new ObjectWriter.Target(places[reference.Section!.Index].Section, null), places[reference.Section.Index].At);
            text.Relocations.Add((start + reference.At, ObjectWriter.Relative32, target, from + reference.Addend));
        }
    }

    // Of the addresses in data, those of code that the proof has not looked at are left out: nothing goes there.
    private void WriteAddresses(ObjectSection section, Dictionary<int, (ObjectWriter.OutputSection Section, int At)> places)
    {
        var (target, start) = places[section.Index];
        foreach (var relocation in section.Relocations)
        {
            var symbol = source.Symbols[relocation.Symbol];
            if (symbol.Section == 0 || !places.TryGetValue(symbol.Section, out var place))
                continue;
            target.Relocations.Add((
                start + relocation.Offset, relocation.Type, new ObjectWriter.Target(place.Section, null), place.At + symbol.Value + relocation.Addend));
        }
    }

    private void AddData(ObjectSection section, HashSet<int> data)
    {
        if (section.IsThreads)
            throw new NotProven("uses a variable of the thread");
        if (!section.IsInMemory)
            throw new NotProven($"refers to {section.Name}, which no program has in memory");
        if (!data.Add(section.Index))
            return;
        foreach (var relocation in section.Relocations)
        {
            if (relocation.Type is not (ObjectWriter.Absolute64 or ObjectWriter.Relative32))
                throw new NotProven($"refers to data with an address of a kind that Go's linker does not know: {relocation.Type}");
            var symbol = source.Symbols[relocation.Symbol];
            if (symbol.Section >= source.Sections.Count)
                throw new NotProven($"refers to {symbol.Name}, which is in no section");
            if (symbol.Section != 0 && !source.Sections[symbol.Section].IsCode)
                AddData(source.Sections[symbol.Section], data);
        }
    }

    /// <summary>What the instructions of a section refer to outside of it.</summary>
    private IEnumerable<Reference> References(ObjectSection section, IReadOnlyDictionary<int, int> instructions)
    {
        foreach (var relocation in section.Relocations)
        {
            // The longest instruction has 15 bytes.
            var at = relocation.Offset;
            while (at >= 0 && relocation.Offset - at < 15 && !(instructions.TryGetValue(at, out var length) && at + length > relocation.Offset))
                at--;
            if (instructions.TryGetValue(at, out var found) && at + found > relocation.Offset)
                yield return Read(section, relocation, at + found);
        }
    }

    private Reference Read(ObjectSection section, ObjectRelocation relocation, int end)
    {
        const uint Call32 = 4, Slot = 9, SlotRelaxed = 41, SlotRelaxedWide = 42;
        var symbol = source.Symbols[relocation.Symbol];
        var reference = new Reference(relocation.Offset, relocation.Addend);
        switch (relocation.Type)
        {
            case ObjectWriter.Relative32 or Call32:
                break;
            case Slot or SlotRelaxed or SlotRelaxedWide:
                reference = Straight(reference, section.Bytes[relocation.Offset - 2], section.Bytes[relocation.Offset - 1]);
                break;
            default:
                throw new NotProven($"has an address of a kind that Go's linker does not know: {relocation.Type}");
        }

        if (symbol.Section == 0)
        {
            return _memory.Contains(symbol.Name) ? reference with { Import = symbol.Name }
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

    // As linkers do it (the x86-64 ABI, "Optimize GOTPCRELX relocations"), with as many bytes.
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
        /// <summary>What it refers to; null where that is something else's.</summary>
        public ObjectSection? Section { get; init; }

        /// <summary>The function for memory that it refers to.</summary>
        public string? Import { get; init; }

        /// <summary>Of code, the place that is called or jumped to.</summary>
        public int Destination { get; init; }

        /// <summary>What the instruction's bytes become, where they change.</summary>
        public byte[] Patch { get; init; } = [];

        public int PatchAt { get; init; }
    }
}
