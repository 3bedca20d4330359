using System.Buffers.Binary;
using System.Text;

namespace Ferrobind.Build.Pure;

/// <summary>
/// Writes an object for x86-64 of one section, with nothing in it to be filled in: a linker need do no more than put it somewhere.
/// </summary>
internal static class ObjectWriter
{
    private const int FileHeader = 64, SectionHeader = 64, SymbolSize = 24;

    private sealed record Section(string Name, uint Type, ulong Flags, byte[] Bytes, int Link, int Info, int Alignment, int Entry);

    /// <param name="functions">What is in the section, in any order; the global ones are what others call.</param>
    public static byte[] Write(byte[] text, int alignment, IReadOnlyCollection<ObjectFunction> functions)
    {
        var local = functions.Where(f => !f.IsGlobal).ToArray();
        var texts = new Strings();
        var symbols = new List<byte>(new byte[SymbolSize]);
        foreach (var function in local.Concat(functions.Where(f => f.IsGlobal)))
            symbols.AddRange(Symbol(texts.Add(function.Name), function));
        var names = new Strings();
        List<Section> sections =
        [
            new("", 0, 0, [], 0, 0, 0, 0),
            new(".text", 1, 6, text, 0, 0, alignment, 0),
            new(".symtab", 2, 0, [.. symbols], 3, 1 + local.Length, 8, SymbolSize),
            new(".strtab", 3, 0, texts.Bytes, 0, 0, 1, 0),
            // The stack need not be executable.
            new(".note.GNU-stack", 1, 0, [], 0, 0, 1, 0),
        ];
        sections.ForEach(section => names.Add(section.Name));
        names.Add(".shstrtab");
        sections.Add(new(".shstrtab", 3, 0, names.Bytes, 0, 0, 1, 0));
        return Assemble(sections, names);
    }

    private static byte[] Symbol(int name, ObjectFunction function)
    {
        var entry = new byte[SymbolSize];
        BinaryPrimitives.WriteInt32LittleEndian(entry, name);
        entry[4] = (byte)((function.IsGlobal ? 0x10 : 0) | 2);
        entry[6] = 1;
        BinaryPrimitives.WriteInt64LittleEndian(entry.AsSpan(8), function.At);
        BinaryPrimitives.WriteInt64LittleEndian(entry.AsSpan(16), function.Size);
        return entry;
    }

    private static byte[] Assemble(List<Section> sections, Strings names)
    {
        var at = FileHeader;
        var offsets = new int[sections.Count];
        for (var i = 1; i < sections.Count; i++)
        {
            at = (at + sections[i].Alignment - 1) / sections[i].Alignment * sections[i].Alignment;
            offsets[i] = at;
            at += sections[i].Bytes.Length;
        }

        var headers = (at + 7) & ~7;
        var file = new byte[headers + (sections.Count * SectionHeader)];
        "\u007fELF\u0002\u0001\u0001"u8.CopyTo(file);
        void U16(int where, int value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(where), (ushort)value);
        void U32(int where, long value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(where), (uint)value);
        void U64(int where, long value) => BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(where), value);
        U16(16, 1); // relocatable
        U16(18, 62); // x86-64
        U32(20, 1);
        U64(0x28, headers);
        U16(0x34, FileHeader);
        U16(0x3A, SectionHeader);
        U16(0x3C, sections.Count);
        U16(0x3E, sections.Count - 1);
        for (var i = 0; i < sections.Count; i++)
        {
            var (section, header) = (sections[i], headers + (i * SectionHeader));
            section.Bytes.CopyTo(file, offsets[i]);
            U32(header, names.Add(section.Name));
            U32(header + 4, section.Type);
            U64(header + 8, (long)section.Flags);
            U64(header + 0x18, offsets[i]);
            U64(header + 0x20, section.Bytes.Length);
            U32(header + 0x28, section.Link);
            U32(header + 0x2C, section.Info);
            U64(header + 0x30, section.Alignment);
            U64(header + 0x38, section.Entry);
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

/// <summary>A function of an object that is written.</summary>
/// <param name="At">Its distance from the section's start.</param>
internal sealed record ObjectFunction(string Name, bool IsGlobal, long At, long Size);
