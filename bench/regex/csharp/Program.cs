using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Bound = Rust.Regex.Regex;
using RustText = Rust.Regex.RustText;

// Usage: Regexes TEXT ROUNDS. Counts the matches of some patterns in a text, with the crate regex (at once, and one by one) and with
// .NET's Regex, and prints a line each: the pattern's name, who counted, how many matches, and the nanoseconds of the quickest round.
var text = File.ReadAllText(args[0]);
using var kept = new RustText(File.ReadAllBytes(args[0]));
var rounds = int.Parse(args[1], CultureInfo.InvariantCulture);

// As in the programs in Rust and in Go.
(string Name, string Pattern, Regex Generated)[] patterns =
[
    ("name", "Holmes", Patterns.Name()),
    ("date", "[0-9]{4}-[0-9]{2}-[0-9]{2}", Patterns.Date()),
    ("address", @"[a-z.]+@[a-z]+\.[a-z]+", Patterns.Address()),
    ("either", "(?i)error|warning|failure", Patterns.Either()),
];
foreach (var (name, pattern, generated) in patterns)
{
    using var bound = new Bound(pattern);
    var compiled = new Regex(pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant);
    Measure(name, "bound", () => (int)bound.FindIterCount(kept));
    Measure(name, "each", () => bound.FindIter(kept).Count());
    Measure(name, "compiled", () => compiled.Count(text));
    Measure(name, "generated", () => generated.Count(text));
}

void Measure(string pattern, string who, Func<int> count)
{
    var (matches, least) = (0, double.MaxValue);
    for (var round = 0; round < rounds; round++)
    {
        var watch = Stopwatch.StartNew();
        matches = count();
        least = Math.Min(least, watch.Elapsed.TotalNanoseconds);
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pattern} {who} {matches} {least:F0}"));
}

internal static partial class Patterns
{
    [GeneratedRegex("Holmes", RegexOptions.CultureInvariant)]
    internal static partial Regex Name();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.CultureInvariant)]
    internal static partial Regex Date();

    [GeneratedRegex(@"[a-z.]+@[a-z]+\.[a-z]+", RegexOptions.CultureInvariant)]
    internal static partial Regex Address();

    [GeneratedRegex("(?i)error|warning|failure", RegexOptions.CultureInvariant)]
    internal static partial Regex Either();
}
