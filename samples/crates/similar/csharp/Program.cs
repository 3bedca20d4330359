// Shows what changed between two texts: as a unified diff, line by line, and word by word.
using System.Globalization;
using Similar;

const string before = """
    Two cups of flour.
    One cup of sugar.
    A pinch of salt.
    Mix.
    Bake for an hour.

    """;

const string after = """
    Two cups of flour.
    Half a cup of sugar.
    A pinch of salt.
    Mix well.
    Add the nuts.
    Bake for an hour.

    """;

Console.Write(Udiff.UnifiedDiff(Algorithm.Myers, before, after, 1, ("before.txt", "after.txt")));

using var diff = TextDiffStr.FromLines(before, after);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nalike: {diff.Ratio():F2}"));
foreach (var change in diff.IterAllChanges())
{
    if (change.Tag() != ChangeTag.Equal)
        Console.Write($"{change.Tag().ToDisplayString()}, line {(change.OldIndex() ?? change.NewIndex()) + 1}: {change.Value()}");
}

Console.WriteLine("\noperations:");
foreach (var op in diff.Ops())
{
    var (tag, old, @new) = op.AsTagTuple();
    Console.WriteLine($"  {tag} {old.Start}..{old.End} {@new.Start}..{@new.End}");
}

Console.WriteLine("\nwords:");
using var config = TextDiffConfig.CreateDefault().Algorithm(Algorithm.Patience);
using var words = config.DiffWords("One cup of sugar.", "Half a cup of sugar.");
foreach (var change in words.IterAllChanges())
{
    Console.Write(change.Tag() switch
    {
        ChangeTag.Delete => $"[-{change.Value()}-]",
        ChangeTag.Insert => $"{{+{change.Value()}+}}",
        _ => change.Value(),
    });
}

Console.WriteLine();

Console.WriteLine($"\nmeant: [{string.Join(' ', SimilarLib.GetCloseMatches("flwor", ["flower", "flour", "floor", "sugar"], 2, 0.6f))}]");
