using System.Buffers.Binary;
using System.Text;

namespace Ferrobind.Build.Pure;

/// <summary>Writes an object for x86-64 that Go's own linker reads: sections, symbols, and relocations of two kinds.</summary>
internal sealed class ObjectWriter
{
    /// <summary>An address in eight bytes.</summary>
    public const uint Absolute64 = 1;

    /// <summary>The distance from the place to an address, in four bytes.</summary>
    public const uint Relative32 = 2;

    private const uint Contents = 1, SymbolTable = 2, Texts = 3, Relocations = 4, NoContents = 8;
    private const int FileHeader = 64, SectionHeader = 64, SymbolSize = 24, RelocationSize = 24;

    private readonly List<OutputSection> _sections = [];
    private readonly List<(string Name, byte Info, int Section, long Value, long Size)> _local = [], _global = [];

    /// <summary>A section of the file.</summary>
    public sealed record OutputSection(string Name, ulong Flags, int Alignment, bool HasContents)
    {
        public List<byte> Bytes { get; } = [];

        /// <summary>Of a section without contents.</summary>
        public int Reserved { get; set; }

        public List<(int Offset, uint Type, Target Target, long Addend)> Relocations { get; } = [];

        public int Size => HasContents ? Bytes.Count : Reserved;

        /// <summary>Makes room at an aligned place.</summary>
        /// <returns>Where that is.</returns>
        public int Place(int size, int alignment, byte padding)
        {
            var at = (Size + alignment - 1) / alignment * alignment;
            if (HasContents)
                Bytes.AddRange(Enumerable.Repeat(padding, at + size - Bytes.Count));
            else
                Reserved = at + size;
            return at;
        }
    }

    /// <summary>What an address is of: a section, or, where that is null, something that others define.</summary>
    public readonly record struct Target(OutputSection? Section, string? Name);

    public OutputSection Section(string name, ulong flags, int alignment, bool hasContents = true)
    {
        var section = new OutputSection(name, flags, alignment, hasContents);
        _sections.Add(section);
        return section;
    }

    public void Function(string name, bool isGlobal, OutputSection section, long at, long size) =>
        (isGlobal ? _global : _local).Add((name, (byte)((isGlobal ? 0x10 : 0) | 2), 1 + _sections.IndexOf(section), at, size));

    public byte[] Write()
    {
        var sections = _sections;
        var needed = sections.SelectMany(s => s.Relocations).Select(r => r.Target.Name).OfType<string>()
            .Distinct().Order(StringComparer.Ordinal).ToArray();
        var symbols = new List<(string Name, byte Info, int Section, long Value, long Size)> { ("", 0, 0, 0, 0) };
        symbols.AddRange(sections.Select((_, i) => ("", (byte)3, i + 1, 0L, 0L)));
        symbols.AddRange(_local);
        var firstGlobal = symbols.Count;
        symbols.AddRange(_global);
        symbols.AddRange(needed.Select(name => (name, (byte)0x10, 0, 0L, 0L)));
        int IndexOf(Target target) => target.Section is { } section
            ? 1 + sections.IndexOf(section) : symbols.FindIndex(firstGlobal, s => s.Name == target.Name);

        var texts = new Strings();
        var table = new byte[symbols.Count * SymbolSize];
        for (var i = 0; i < symbols.Count; i++)
        {
            var symbol = symbols[i];
            var entry = table.AsSpan(i * SymbolSize);
            BinaryPrimitives.WriteInt32LittleEndian(entry, texts.Add(symbol.Name));
            entry[4] = symbol.Info;
            BinaryPrimitives.WriteInt16LittleEndian(entry[6..], (short)symbol.Section);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], symbol.Value);
            BinaryPrimitives.WriteInt64LittleEndian(entry[16..], symbol.Size);
        }

        var related = sections.Where(s => s.Relocations.Count > 0).ToArray();
        var symbolTable = 1 + sections.Count + related.Length;
        List<(string Name, uint Type, ulong Flags, byte[] Bytes, long Size, int Link, int Info, int Alignment, int Entry)> all =
        [
            ("", 0, 0, [], 0, 0, 0, 0, 0),
            .. sections.Select(s => (
                s.Name, s.HasContents ? Contents : NoContents, s.Flags, s.Bytes.ToArray(), (long)s.Size, 0, 0, s.Alignment, 0)),
            .. related.Select(s => (
                ".rela" + s.Name, Relocations, 0x40UL, Encode(s, IndexOf), (long)s.Relocations.Count * RelocationSize, symbolTable,
                1 + sections.IndexOf(s), 8, RelocationSize)),
            (".symtab", SymbolTable, 0, table, table.Length, symbolTable + 1, firstGlobal, 8, SymbolSize),
            (".strtab", Texts, 0, texts.Bytes, texts.Bytes.Length, 0, 0, 1, 0),
            // The stack need not be executable.
            (".note.GNU-stack", Contents, 0, [], 0, 0, 0, 1, 0),
        ];
        var names = new Strings();
        var nameOf = all.Select(s => names.Add(s.Name)).Append(names.Add(".shstrtab")).ToArray();
        all.Add((".shstrtab", Texts, 0, names.Bytes, names.Bytes.Length, 0, 0, 1, 0));
        return Assemble(all, nameOf);
    }

    private static byte[] Encode(OutputSection section, Func<Target, int> indexOf)
    {
        var bytes = new byte[section.Relocations.Count * RelocationSize];
        var at = 0;
        foreach (var (offset, type, target, addend) in section.Relocations)
        {
            var entry = bytes.AsSpan(at);
            BinaryPrimitives.WriteInt64LittleEndian(entry, offset);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], type);
            BinaryPrimitives.WriteInt32LittleEndian(entry[12..], indexOf(target));
            BinaryPrimitives.WriteInt64LittleEndian(entry[16..], addend);
            at += RelocationSize;
        }

        return bytes;
    }

    private static byte[] Assemble(
        List<(string Name, uint Type, ulong Flags, byte[] Bytes, long Size, int Link, int Info, int Alignment, int Entry)> sections, int[] names)
    {
        var at = FileHeader;
        var offsets = new int[sections.Count];
        for (var i = 0; i < sections.Count; i++)
        {
            var alignment = Math.Max(1, sections[i].Alignment);
            at = (at + alignment - 1) / alignment * alignment;
            offsets[i] = i == 0 ? 0 : at;
            at += sections[i].Bytes.Length;
        }

        var headers = (at + 7) & ~7;
        var file = new byte[headers + (sections.Count * SectionHeader)];
        "\u007fELF\u0002\u0001\u0001"u8.CopyTo(file);
        void U16(int where, int value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(where), (ushort)value);
        void U32(int where, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(where), value);
        void U64(int where, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(where), value);
        U16(16, 1); // relocatable
        U16(18, 62); // x86-64
        U32(20, 1);
        U64(0x28, (ulong)headers);
        U16(0x34, FileHeader);
        U16(0x3A, SectionHeader);
        U16(0x3C, sections.Count);
        U16(0x3E, sections.Count - 1);
        for (var i = 0; i < sections.Count; i++)
        {
            var (section, header) = (sections[i], headers + (i * SectionHeader));
            section.Bytes.CopyTo(file, offsets[i]);
            U32(header, (uint)names[i]);
            U32(header + 4, section.Type);
            U64(header + 8, section.Flags);
            U64(header + 0x18, (ulong)offsets[i]);
            U64(header + 0x20, (ulong)section.Size);
            U32(header + 0x28, (uint)section.Link);
            U32(header + 0x2C, (uint)section.Info);
            U64(header + 0x30, (ulong)section.Alignment);
            U64(header + 0x38, (ulong)section.Entry);
        }

        return file;
    }

    private sealed class Strings
    {
        private readonly List<byte> _bytes = [0];
        private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal) { [""] = 0 };

        public byte[] Bytes => [.. _bytes];

        public int Add(string text)
        {
            if (_known.TryGetValue(text, out var at))
                return at;
            at = _bytes.Count;
            _bytes.AddRange(Encoding.UTF8.GetBytes(text));
            _bytes.Add(0);
            return _known[text] = at;
        }
    }
}
