// Deals cards and throws dice from a seed: the same seed, the same game.
using System.Globalization;
using System.Text;
using Fastrand;

RustRange<ulong> full = new(0, 1ul << 63);

using var random = Rng.WithSeed(7);

Console.Write("dice:");
for (var i = 0; i < 8; i++)
    Console.Write($" {random.U8(new(1, 7))}");
Console.WriteLine();

Console.Write("password: ");
for (var i = 0; i < 12; i++)
    Console.Write(random.Alphanumeric());
Console.WriteLine();

var deck = Enumerable.Range(1, 10).ToArray();
for (var i = deck.Length - 1; i > 0; i--)
{
    var j = random.Usize(new(0, (nuint)i + 1));
    (deck[i], deck[j]) = (deck[j], deck[i]);
}

Console.WriteLine($"deck: [{string.Join(' ', deck)}]");

var key = new byte[8];
random.Fill(key);
Console.WriteLine($"key: {Convert.ToHexStringLower(key)}");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a real number: {random.F64():F6}"));
Console.WriteLine($"a letter: {random.Char(new(new Rune('α'), new Rune('ω')))}");

using var twin = random.Clone();
Console.WriteLine($"a copy goes on alike: {Text(random == twin)} {Text(random.U64(full) == twin.U64(full))}");
Console.WriteLine($"and another seed does not: {Text(Rng.WithSeed(8).U64(full) != Rng.WithSeed(7).U64(full))}");

FastrandLib.Seed(42);
var first = FastrandLib.I32(new(-100, 100));
FastrandLib.Seed(42);
Console.WriteLine($"the generator of the thread: {first} {Text(FastrandLib.I32(new(-100, 100)) == first)}");

try
{
    random.U8(new(7, 1));
}
catch (RustPanicException e)
{
    Console.WriteLine($"an empty range: {e.Message}");
}

static string Text(bool value) => value ? "true" : "false";
