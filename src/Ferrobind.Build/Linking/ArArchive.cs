using System.Globalization;
using System.Text;

namespace Ferrobind.Build;

/// <summary>Reads the names in a static library (the System V form: GNU and LLVM tools write it).</summary>
internal static class ArArchive
{
    private const int HeaderSize = 60;

    public static IReadOnlyList<string> MemberNames(string path)
    {
        using var file = File.OpenRead(path);
        var names = new List<string>();
        var longNames = "";
        var header = new byte[HeaderSize];
        file.Position = 8; // "!<arch>\n"
        while (file.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) == HeaderSize)
        {
            var name = Encoding.ASCII.GetString(header, 0, 16).TrimEnd();
            if (!long.TryParse(Encoding.ASCII.GetString(header, 48, 10).TrimEnd(), CultureInfo.InvariantCulture, out var size))
            {
                break;
            }

            var next = file.Position + size + (size & 1);
            if (name == "//")
            {
                var table = new byte[size];
                file.ReadExactly(table);
                longNames = Encoding.UTF8.GetString(table);
            }
            else if (name.StartsWith('/') && int.TryParse(name.AsSpan(1), CultureInfo.InvariantCulture, out var offset))
            {
                names.Add(longNames[offset..].Split("/\n", 2)[0]);
            }
            else if (name != "/")
            {
                names.Add(name.TrimEnd('/'));
            }

            file.Position = next;
        }

        return names;
    }
}
