using System.Globalization;

namespace Ferrobind.Emit.Go;

/// <summary>Writes the types of tuples, of the lengths that the package has.</summary>
internal static class TupleWriter
{
    public static IEnumerable<GeneratedFile> Files(GoPackage package)
    {
        var lengths = package.Types.Tuples.ToList();
        if (lengths.Count == 0)
            yield break;
        yield return package.Compose("tuples", code =>
        {
            foreach (var length in lengths)
            {
                var numbers = Enumerable.Range(1, length).Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
                code.Blank().Line($"// A Tuple{length} is a tuple of {length} values.");
                using (code.Block($"type Tuple{length}[{string.Join(", ", numbers.Select(n => "T" + n))} any] struct {{", "}"))
                {
                    foreach (var n in numbers)
                        code.Line($"{Columns.Pad("Item" + n, "Item".Length + numbers[^1].Length)} T{n}");
                }
            }
        });
    }
}
