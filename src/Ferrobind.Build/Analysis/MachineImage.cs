using System.Buffers.Binary;
using System.Text;
using Ferrobind.Diagnostics;

namespace Ferrobind.Build.Analysis;

/// <summary>
/// The code and the constants of one ELF file, at addresses: those of a shared library, or, of an object, such as are given to
/// its sections here, with its relocations applied. What is imported gets an address, too, behind all sections.
/// </summary>
internal sealed class MachineImage
{
    private const uint SymbolTable = 2, Relocations = 4, NoContents = 8;
    private const ulong Writable = 1, Allocated = 2, Executable = 4, ThreadLocal = 0x400;
    private const ulong ObjectStart = 0x10_0000, Alignment = 0x1000;

    private readonly byte[] _file;
    private readonly List<Section> _sections = [];
    private readonly Dictionary<string, ulong> _symbols = new(StringComparer.Ordinal);
    private readonly SortedList<ulong, (string Name, ulong Size)> _functions = [];
    private readonly Dictionary<string, ulong> _imports = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, string> _importNames = [];
    private readonly Dictionary<ulong, ulong> _slots = [];
    private readonly Dictionary<ulong, ulong> _slotOf = [];
    private readonly HashSet<ulong> _threadLocal = [];
    private readonly HashSet<ulong> _relocated = [];
    private ulong _next;

    private sealed record Section(int Index, string Name, ulong Address, ulong Size, ulong Flags, byte[] Bytes)
    {
        public bool Holds(ulong address, int size) => address >= Address && address - Address + (ulong)size <= Size;
    }

    private MachineImage(byte[] file) => _file = file;

    /// <summary>The instruction set, as ELF numbers it: 62 for x86-64.</summary>
    public ushort Machine => U16(18);

    /// <summary>Reads a shared library, an object, or an archive of one object.</summary>
    /// <exception cref="FerrobindException">It is none of these, or damaged.</exception>
    public static MachineImage Read(string path) => MachineFile.Read(path, file =>
    {
        var image = new MachineImage(file);
        image.Load();
        return image;
    });

    /// <summary>Where a function is; null where there is none of that name.</summary>
    public ulong? AddressOf(string symbol) => _symbols.TryGetValue(symbol, out var address) ? address : null;

    /// <summary>The bytes from an address of code to the end of its section; empty where there is no code.</summary>
    public ReadOnlyMemory<byte> CodeAt(ulong address)
    {
        var section = _sections.Find(s => (s.Flags & Executable) != 0 && s.Holds(address, 1));
        return section is null ? default : section.Bytes.AsMemory((int)(address - section.Address));
    }

    /// <summary>Where an address of code is in the file: its section, and how far from that's start.</summary>
    public (int Section, int Offset) PlaceOf(ulong address)
    {
        var section = _sections.Find(s => s.Holds(address, 1)) ?? throw new ArgumentOutOfRangeException(nameof(address));
        return (section.Index, (int)(address - section.Address));
    }

    /// <summary>A number in memory that nothing writes to and no address is put into.</summary>
    public bool TryRead(ulong address, int size, out ulong value)
    {
        value = 0;
        var section = _sections.Find(s => (s.Flags & (Writable | ThreadLocal)) == 0 && s.Holds(address, size));
        if (section is null || section.Bytes.Length == 0)
            return false;
        for (var i = 0; i < size; i++)
        {
            if (_relocated.Contains(address + (ulong)i))
                return false;
            value |= (ulong)section.Bytes[(int)(address - section.Address) + i] << (8 * i);
        }

        return true;
    }

    /// <summary>What the linker puts into a slot of the global offset table: the address of a function, or of an import.</summary>
    public ulong? Slot(ulong address) => _slots.TryGetValue(address, out var target) ? target : null;

    /// <summary>The import that has got this address; null where it is none.</summary>
    public string? ImportAt(ulong address) => _importNames.GetValueOrDefault(address);

    /// <summary>The instruction has a part by which a variable of the thread is found.</summary>
    public bool IsThreadLocal(ulong address, int size) =>
        _threadLocal.Count > 0 && Enumerable.Range(0, size).Any(i => _threadLocal.Contains(address + (ulong)i));

    /// <summary>The function that an address is in, for people.</summary>
    public string NameOf(ulong address)
    {
        if (ImportAt(address) is { } import)
            return import;
        var (low, high) = (0, _functions.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_functions.Keys[middle] <= address)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high >= 0 && address - _functions.Keys[high] < Math.Max(_functions.Values[high].Size, 1)
            ? SymbolName.Readable(_functions.Values[high].Name) : "a function without a name";
    }

    private void Load()
    {
        var isObject = U16(16) == 1;
        var (table, size, count) = ((int)U64(0x28), U16(0x3A), (int)U16(0x3C));
        if (count == 0)
            count = (int)U64(table + 0x20);
        var headers = Enumerable.Range(0, count).Select(i => table + (i * size)).ToArray();
        var names = headers[U16(0x3E) == 0xFFFF ? (int)U32(table + 0x28) : U16(0x3E)];
        var bases = new ulong[count];
        var at = ObjectStart;
        var placed = new Section?[count];
        for (var i = 0; i < count; i++)
        {
            var (type, flags) = (U32(headers[i] + 4), U64(headers[i] + 8));
            if ((flags & Allocated) == 0)
                continue;
            var length = U64(headers[i] + 0x20);
            bases[i] = isObject ? at : U64(headers[i] + 0x10);
            at = (at + length + Alignment) & ~(Alignment - 1);
            var bytes = type == NoContents ? [] : _file.AsSpan((int)U64(headers[i] + 0x18), (int)length).ToArray();
            placed[i] = new Section(i, Text((int)U64(names + 0x18) + (int)U32(headers[i])), bases[i], length, flags, bytes);
            _sections.Add(placed[i]!);
        }

        _next = isObject ? at : (_sections.Max(s => s.Address + s.Size) + Alignment) & ~(Alignment - 1);
        foreach (var header in headers.Where(h => U32(h + 4) == SymbolTable))
            LoadSymbols(header, headers, bases, isObject);
        foreach (var header in headers.Where(h => U32(h + 4) == Relocations))
            LoadRelocations(header, headers, bases, placed, isObject);
    }

    private void LoadSymbols(int header, int[] headers, ulong[] bases, bool isObject)
    {
        for (var at = (int)U64(header + 0x18); at < (int)(U64(header + 0x18) + U64(header + 0x20)); at += 24)
        {
            var (name, kind, section) = (SymbolText(header, headers, at), _file[at + 4] & 15, U16(at + 6));
            if (section == 0 || section >= headers.Length || kind is not (0 or 2) || name.Length == 0)
                continue;
            var address = U64(at + 8) + (isObject ? bases[section] : 0);
            if (_file[at + 4] >> 4 != 0)
                _symbols[name] = address;
            if (kind == 2)
                _functions.TryAdd(address, (name, U64(at + 16)));
        }
    }

    private void LoadRelocations(int header, int[] headers, ulong[] bases, Section?[] placed, bool isObject)
    {
        var (symbols, target) = (headers[U32(header + 0x28)], (int)U32(header + 0x2C));
        for (var at = (int)U64(header + 0x18); at < (int)(U64(header + 0x18) + U64(header + 0x20)); at += 24)
        {
            var (type, symbol, addend) = (U32(at + 8), (int)U32(at + 12), U64(at + 16));
            var entry = (int)U64(symbols + 0x18) + (symbol * 24);
            if (isObject)
            {
                if (placed[target] is { Bytes.Length: > 0 } section)
                    Apply(section, U64(at), type, Resolve(symbols, headers, bases, entry), addend, IsImport(entry));
            }
            else
            {
                ApplyDynamic(U64(at), type, symbols, headers, entry, addend);
            }
        }
    }

    private bool IsImport(int entry) => U16(entry + 6) == 0;

    private ulong Resolve(int symbols, int[] headers, ulong[] bases, int entry)
    {
        var section = U16(entry + 6);
        return section == 0 ? Import(SymbolText(symbols, headers, entry))
            : U64(entry + 8) + (section < bases.Length ? bases[section] : 0);
    }

    // Of x86-64, for other machines' are read by no decoder. What is not listed is a place whose contents nobody knows.
    private void Apply(Section section, ulong offset, uint type, ulong value, ulong addend, bool isImport)
    {
        const uint Absolute64 = 1, Relative32 = 2, Call32 = 4, Slot32 = 9, SlotRelaxed = 41, SlotRelaxedWide = 42;
        var place = section.Address + offset;
        switch (type)
        {
            // A direct call of an import may be bound when it is first made, by code that takes locks.
            case Relative32 or Call32:
                Write(section, offset, (isImport ? Import($"{_importNames[value]}, bound when it is first called") : value) + addend - place);
                break;
            case Slot32 or SlotRelaxed or SlotRelaxedWide:
                Write(section, offset, SlotFor(value) + addend - place);
                break;
            case Absolute64:
                Mark(_relocated, place, 8);
                break;
            case 16 or 17 or 18 or 19 or 20 or 21 or 22 or 23:
                Mark(_threadLocal, place, 4);
                Mark(_relocated, place, 8);
                break;
            default:
                Write(section, offset, Import($"what relocation {type} means") + addend - place);
                Mark(_relocated, place, 8);
                break;
        }
    }

    private void ApplyDynamic(ulong place, uint type, int symbols, int[] headers, int entry, ulong addend)
    {
        const uint Absolute64 = 1, Slot = 6, LazySlot = 7, Relative = 8;
        Mark(_relocated, place, 8);
        switch (type)
        {
            case Slot:
                _slots[place] = U16(entry + 6) == 0 ? Import(SymbolText(symbols, headers, entry)) : U64(entry + 8);
                break;
            case LazySlot:
                _slots[place] = Import($"{SymbolText(symbols, headers, entry)}, bound when it is first called");
                break;
            case Relative when IsOffsetTable(place):
                _slots[place] = addend;
                break;
            case Absolute64 or Relative:
                break;
            default:
                Mark(_threadLocal, place, 8);
                break;
        }
    }

    // Nobody writes to it after the program has started, unlike to a pointer in a variable.
    private bool IsOffsetTable(ulong place) => _sections.Find(s => s.Holds(place, 8)) is { Name: ".got" };

    private ulong Import(string name)
    {
        if (_imports.TryGetValue(name, out var known))
            return known;
        _next += 16;
        _importNames[_next] = name;
        return _imports[name] = _next;
    }

    private ulong SlotFor(ulong value)
    {
        if (_slotOf.TryGetValue(value, out var known))
            return known;
        _next += 16;
        _slots[_next] = value;
        return _slotOf[value] = _next;
    }

    private static void Write(Section section, ulong offset, ulong value) =>
        BinaryPrimitives.WriteUInt32LittleEndian(section.Bytes.AsSpan((int)offset), unchecked((uint)value));

    private static void Mark(HashSet<ulong> places, ulong place, int size)
    {
        for (var i = 0; i < size; i++)
            places.Add(place + (ulong)i);
    }

    private string SymbolText(int table, int[] headers, int entry) =>
        Text((int)(U64(headers[U32(table + 0x28)] + 0x18) + U32(entry)));

    private string Text(int at) => Encoding.UTF8.GetString(_file.AsSpan(at, _file.AsSpan(at).IndexOf((byte)0)));

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(at));

    private ulong U64(int at) => BinaryPrimitives.ReadUInt64LittleEndian(_file.AsSpan(at));
}
