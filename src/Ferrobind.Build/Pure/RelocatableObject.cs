using System.Buffers.Binary;
using System.Text;
using Ferrobind.Build.Analysis;
using Ferrobind.Diagnostics;

namespace Ferrobind.Build.Pure;

/// <summary>The sections, symbols and relocations of an object: 64-bit little-endian ELF, alone or alone in an archive.</summary>
internal sealed class RelocatableObject
{
    private const uint SymbolTable = 2, RelocationsWithAddends = 4, NoContents = 8;
    private readonly byte[] _file;

    private RelocatableObject(byte[] file) => _file = file;

    public IReadOnlyList<ObjectSection> Sections { get; private set; } = [];

    public IReadOnlyList<ObjectSymbol> Symbols { get; private set; } = [];

    /// <exception cref="FerrobindException">It is none, or damaged.</exception>
    public static RelocatableObject Read(string path) => MachineFile.Read(path, file =>
    {
        var read = new RelocatableObject(file);
        read.Load();
        return read;
    });

    private void Load()
    {
        var (table, size, count, names) = ((int)U64(0x28), U16(0x3A), (int)U16(0x3C), (int)U16(0x3E));
        // With 65,280 sections or more, the counts are in the first, empty section.
        count = count != 0 ? count : (int)U64(table + 0x20);
        names = names != 0xFFFF ? names : (int)U32(table + 0x28);
        int Header(int section) => table + (section * size);
        string Text(int section, int at)
        {
            var start = (int)U64(Header(section) + 0x18) + at;
            return Encoding.UTF8.GetString(_file, start, _file.AsSpan(start).IndexOf((byte)0));
        }

        var relocations = new List<ObjectRelocation>[count];
        for (var i = 0; i < count; i++)
            relocations[i] = [];
        var sections = new ObjectSection[count];
        for (var i = 0; i < count; i++)
        {
            var (type, length) = (U32(Header(i) + 4), (int)U64(Header(i) + 0x20));
            var bytes = type is 0 or NoContents ? [] : _file.AsSpan((int)U64(Header(i) + 0x18), length).ToArray();
            sections[i] = new ObjectSection(
                i, Text(names, (int)U32(Header(i))), U64(Header(i) + 8), bytes, type == 0 ? 0 : length,
                Math.Max(1, (int)U64(Header(i) + 0x30)), relocations[i]);
            if (type == SymbolTable)
                Symbols = [.. ReadSymbols(sections[i].Bytes, at => Text((int)U32(Header(i) + 0x28), at))];
            else if (type == RelocationsWithAddends)
                relocations[U32(Header(i) + 0x2C)].AddRange(ReadRelocations(bytes));
        }

        Sections = sections;
    }

    private static IEnumerable<ObjectSymbol> ReadSymbols(byte[] bytes, Func<int, string> name)
    {
        for (var at = 0; at < bytes.Length; at += 24)
        {
            yield return new ObjectSymbol(
                name(BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at))), bytes[at + 4] & 15, bytes[at + 4] >> 4 != 0,
                BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 6)), BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 8)),
                BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 16)));
        }
    }

    private static IEnumerable<ObjectRelocation> ReadRelocations(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length; at += 24)
        {
            yield return new ObjectRelocation(
                (int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at)), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 8)),
                BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + 12)), BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 16)));
        }
    }

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(at));

    private ulong U64(int at) => BinaryPrimitives.ReadUInt64LittleEndian(_file.AsSpan(at));
}

/// <param name="Bytes">Empty where the file has none: memory that starts as zeros.</param>
/// <param name="Size">In memory.</param>
internal sealed record ObjectSection(
    int Index, string Name, ulong Flags, byte[] Bytes, int Size, int Alignment, IReadOnlyList<ObjectRelocation> Relocations)
{
    public bool IsInMemory => (Flags & 2) != 0;

    public bool IsCode => (Flags & 4) != 0;

    public bool IsWritable => (Flags & 1) != 0;

    public bool IsThreads => (Flags & 0x400) != 0;
}

/// <param name="Kind">As ELF numbers them: 2 is a function.</param>
/// <param name="Section">0: it is needed from elsewhere.</param>
/// <param name="Value">Its distance from the section's start.</param>
internal sealed record ObjectSymbol(string Name, int Kind, bool IsGlobal, int Section, long Value, long Size);

/// <summary>A place in a section into which an address is to be put.</summary>
internal readonly record struct ObjectRelocation(int Offset, uint Type, int Symbol, long Addend);
