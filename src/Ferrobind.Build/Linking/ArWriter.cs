using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Ferrobind.Build;

/// <summary>
/// Writes a static library of one object, with its index, as <c>ar rcsD</c> would: no time, owner or mode of the
/// machine in it.
/// </summary>
internal static class ArWriter
{
    public static void Write(string archive, string member, IReadOnlyCollection<string> symbols)
    {
        using var file = File.Create(archive);
        file.Write("!<arch>\n"u8);

        var names = Encoding.UTF8.GetBytes(string.Concat(symbols.Select(symbol => $"{symbol}\0")));
        var index = new byte[Even(4 + (4 * symbols.Count) + names.Length)];
        var longName = Encoding.UTF8.GetBytes($"{Path.GetFileName(member)}/\n");
        var memberAt = 8 + 60 + index.Length + 60 + Even(longName.Length);
        BinaryPrimitives.WriteInt32BigEndian(index, symbols.Count);
        for (var i = 0; i < symbols.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(index.AsSpan(4 + (4 * i)), memberAt);
        }

        names.CopyTo(index, 4 + (4 * symbols.Count));
        Header(file, "/", "0", index.Length);
        file.Write(index);
        Header(file, "//", "", longName.Length);
        file.Write(longName);
        Pad(file);

        using var contents = File.OpenRead(member);
        Header(file, "/0", "644", contents.Length);
        contents.CopyTo(file);
        Pad(file);
    }

    private static void Header(FileStream file, string name, string mode, long size)
    {
        var number = mode.Length == 0 ? "" : "0";
        file.Write(Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{name,-16}{number,-12}{number,-6}{number,-6}{mode,-8}{size,-10}`\n")));
    }

    private static void Pad(FileStream file)
    {
        if (file.Position % 2 != 0)
        {
            file.WriteByte((byte)'\n');
        }
    }

    private static int Even(int size) => size + (size & 1);
}
