using System.Buffers.Binary;
using System.Text;
using Ferrobind.Diagnostics;

namespace Ferrobind.Build;

/// <summary>A symbol of an object or a shared library.</summary>
/// <param name="IsGlobal">Global or weak: other objects see it.</param>
/// <param name="IsDefined">False: it is needed from elsewhere.</param>
/// <param name="IsReferenced">Some relocation of the file refers to it.</param>
public sealed record ElfSymbol(string Name, bool IsGlobal, bool IsDefined, bool IsReferenced);

/// <summary>
/// Reads what is needed of 64-bit little-endian ELF files (x86-64, arm64, riscv64), so that a library can be checked
/// without any tool.
/// </summary>
public sealed class ElfFile
{
    private const uint SymbolTable = 2, Relocations = 4, Dynamic = 6, DynamicSymbols = 11;
    private const long SonameTag = 14;
    private readonly byte[] _bytes;
    private readonly string _path;
    private readonly Section[] _sections;

    /// <param name="Name">Offset in the section names.</param>
    /// <param name="Offset">In the file.</param>
    /// <param name="Link">The section that it refers to: of symbols, their names; of relocations, the symbols.</param>
    private readonly record struct Section(uint Name, uint Type, int Offset, int Size, int Link);

    private ElfFile(string path, byte[] bytes)
    {
        _path = path;
        _bytes = bytes;
        if (bytes.Length < 64 || !bytes.AsSpan(0, 6).SequenceEqual("\u007fELF\u0002\u0001"u8))
        {
            throw BuildFailures.NotALibraryFile(path, "it is not a 64-bit little-endian ELF file");
        }

        var table = Offset(U64(0x28));
        var size = U16(0x3A);
        long count = U16(0x3C);
        long names = U16(0x3E);
        if (table != 0)
        {
            // With 65,280 sections or more, the counts are in the first, empty section.
            count = count != 0 ? count : (long)U64(table + 0x20);
            names = names != 0xFFFF ? names : U32(table + 0x28);
        }

        _sections = new Section[count];
        for (var i = 0; i < count; i++)
        {
            var at = checked(table + (i * size));
            var type = U32(at + 4);
            var hasContents = type is not (0 or 8);
            _sections[i] = new Section(
                U32(at), type, hasContents ? Offset(U64(at + 0x18)) : 0, hasContents ? Offset(U64(at + 0x20)) : 0,
                (int)U32(at + 0x28));
        }

        SectionNames = [.. _sections.Skip(1).Select(section => Text(_sections[names].Offset + (int)section.Name))];
    }

    /// <exception cref="FerrobindException">It is not such a file, or it is damaged.</exception>
    public static ElfFile Read(string path)
    {
        try
        {
            return new ElfFile(path, File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentOutOfRangeException or OverflowException)
        {
            throw BuildFailures.NotALibraryFile(path, "it is damaged");
        }
    }

    public IReadOnlyList<string> SectionNames { get; }

    /// <summary>The symbols of an object file: of an executable or a shared library, those for debuggers.</summary>
    public IReadOnlyList<ElfSymbol> Symbols => SymbolsOf(SymbolTable);

    /// <summary>The symbols by which a shared library is linked at run time.</summary>
    public IReadOnlyList<ElfSymbol> DynamicLinkSymbols => SymbolsOf(DynamicSymbols);

    /// <summary>The name under which a shared library will be looked for; null if it has none.</summary>
    public string? Soname
    {
        get
        {
            foreach (var section in _sections.Where(section => section.Type == Dynamic))
            {
                for (var at = section.Offset; at < section.Offset + section.Size; at += 16)
                {
                    if ((long)U64(at) == SonameTag)
                    {
                        return Text(_sections[section.Link].Offset + (int)U64(at + 8));
                    }
                }
            }

            return null;
        }
    }

    private List<ElfSymbol> SymbolsOf(uint table)
    {
        var symbols = new List<ElfSymbol>();
        var index = Array.FindIndex(_sections, section => section.Type == table);
        if (index < 0)
        {
            return symbols;
        }

        try
        {
            var referenced = Referenced(index);
            var section = _sections[index];
            for (var i = 1; i < section.Size / 24; i++)
            {
                var at = section.Offset + (i * 24);
                symbols.Add(new ElfSymbol(
                    Text(_sections[section.Link].Offset + (int)U32(at)), IsGlobal: _bytes[at + 4] >> 4 != 0,
                    IsDefined: U16(at + 6) != 0, referenced[i]));
            }

            return symbols;
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentOutOfRangeException or OverflowException)
        {
            throw BuildFailures.NotALibraryFile(_path, "it is damaged");
        }
    }

    private bool[] Referenced(int table)
    {
        var referenced = new bool[_sections[table].Size / 24];
        foreach (var section in _sections.Where(section => section.Type == Relocations && section.Link == table))
        {
            for (var at = section.Offset; at < section.Offset + section.Size; at += 24)
            {
                referenced[U32(at + 12)] = true;
            }
        }

        return referenced;
    }

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at));

    private ulong U64(int at) => BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan(at));

    private static int Offset(ulong value) => checked((int)value);

    private string Text(int at) => Encoding.UTF8.GetString(_bytes.AsSpan(at, _bytes.AsSpan(at).IndexOf((byte)0)));
}
