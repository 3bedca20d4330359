// Lists a tree with the sizes of its files, and says what it could not read.
using Walkdir;

var root = Directory.CreateTempSubdirectory("walkdir").FullName;
try
{
    foreach (var (name, text) in (ReadOnlySpan<(string, string)>)
        [("a/one.txt", "1"), ("a/b/two.txt", "22"), ("c/grün.txt", "333"), ("top.txt", "4444")])
    {
        var path = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    File.CreateSymbolicLink(Path.Combine(root, "c", "loop"), "..");

    // A builder gives itself away with each call, and the iterator takes the last one.
    List(new WalkDir(root).SortByFileName().IntoIter());

    Console.WriteLine("\nfollowing links, at most two levels deep:");
    List(new WalkDir(root).SortByFileName().FollowLinks(true).MaxDepth(2).IntoIter());

    Console.WriteLine("\nwhat is not there:");
    List(new WalkDir(Path.Combine(root, "gone")).IntoIter());
}
finally
{
    Directory.Delete(root, recursive: true);
}

void List(IntoIter walk)
{
    using var _ = walk;
    var total = 0L;
    foreach (var result in walk)
    {
        if (!result.TryGetValue(out var entry, out var error))
        {
            Console.WriteLine($"error: {error.ToString().Replace(root, "ROOT", StringComparison.Ordinal)}");
            continue;
        }

        var name = entry.Depth() == 0 ? "ROOT" : entry.FileName();
        Console.Write(new string(' ', 2 * (int)entry.Depth()) + name);
        if (entry.PathIsSymlink())
        {
            Console.WriteLine(", a link");
        }
        else if (Directory.Exists(entry.Path()))
        {
            Console.WriteLine("/");
        }
        else
        {
            var size = new FileInfo(entry.Path()).Length;
            Console.WriteLine($", {size} bytes");
            total += size;
        }
    }

    Console.WriteLine($"{total} bytes");
}
