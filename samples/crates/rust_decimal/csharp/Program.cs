// Makes out an invoice. Money is exact: no cent is lost, and rounding is chosen, not suffered.
using RustDecimal;
using Decimal = RustDecimal.Decimal; // and not System.Decimal

(string What, string Price, uint Number)[] lines =
[
    ("paper, A4", "4.35", 12),
    ("pens", "0.995", 7),
    ("a lamp", "1e2", 1),
    ("discount", "-12.50", 1),
];

var total = Decimal.Zero();
foreach (var (what, text, number) in lines)
{
    if (!Decimal.TryParse(text, out var price))
        price = Decimal.FromScientific(text);
    var sum = price * Decimal.FromU32(number);
    Console.WriteLine($"{number,2} {what,-10} {price,8} {sum,9}");
    total += sum;
}

Console.WriteLine($"net: {total}");

var tax = total * Decimal.Parse("0.19");
Console.WriteLine($"tax, exactly: {tax}");
Console.WriteLine($"to pay: {(total + tax).RoundDp(2)}");

Console.WriteLine("\nhalf a cent:");
foreach (var strategy in (RoundingStrategy[])
    [
        RoundingStrategy.MidpointNearestEven,
        RoundingStrategy.MidpointAwayFromZero,
        RoundingStrategy.ToZero,
        RoundingStrategy.ToPositiveInfinity,
    ])
{
    var half = new Decimal(-1_0625, 4); // -1.0625
    Console.WriteLine($"  {strategy}: {half.RoundDpWithStrategy(3, strategy)}");
}

var (a, b) = (new Decimal(10, 2), new Decimal(1, 1));
Console.WriteLine($"\n0.10 and 0.1 are {a} and {b} {(a == b ? "true" : "false")} {a.CompareTo(b)} {a.Normalize()}");
Console.WriteLine($"a third: {Decimal.One() / new Decimal(3, 0)}");
if (tax.RoundDp(2).ToI64() is { } units)
    Console.WriteLine($"whole units of tax: {units}");

Console.WriteLine("\nwhat cannot be:");
try
{
    Decimal.Parse("12,50");
}
catch (RustDecimalException e)
{
    Console.WriteLine($"  {e.Message}");
}

try
{
    Decimal.CreateOrThrow(1, 40);
}
catch (RustDecimalException e)
{
    Console.WriteLine($"  {e.Message}");
    if (e.Value is Error.ScaleExceedsMaximumPrecision(var scale))
        Console.WriteLine($"  scale: {scale}");
}

if (Decimal.Max().CheckedAdd(Decimal.One()) is null)
    Console.WriteLine($"  more than {Decimal.Max()}");
if (a.CheckedDiv(Decimal.Zero()) is null)
    Console.WriteLine("  a division by zero");
