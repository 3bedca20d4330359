// A small grep: it finds requests in a log, with positions, sorts lines by what they are about, and rewrites them.
using Rust.Regex;

const string text = """
    2026-03-01 GET /index.html 200
    2026-03-01 POST /login 303
    # rotated – naïve, but it works
    2026-03-02 get /static/logo.svg 404
    2026-03-02 GET /straße?q=1 200
    """;

using var requests = new Regex(@"(?<date>\d{4}-\d\d-\d\d) (?<method>GET|POST) (\S+)");

Console.WriteLine("requests, with the positions of the path in its line:");
foreach (var (number, line) in text.Split('\n').Index())
{
    if (requests.Captures(line) is not { } captures)
        continue;
    var path = captures.Get(3)!;
    Console.WriteLine(
        $"{number + 1}: {captures["method"]} {path.AsStr()} [{path.Start()}..{path.End()}) on {captures["date"]}");
}

Console.WriteLine("\nall in one text, with each group that took part:");
foreach (var captures in requests.CapturesIter(text))
{
    foreach (var group in captures.Iter())
        Console.Write($"  \"{group!.AsStr()}\" at {group.Start()}");
    Console.WriteLine();
}

Console.Write("\nnames of the groups:");
foreach (var name in requests.CaptureNames())
    Console.Write($" {name ?? "-"}");
Console.WriteLine();

Console.WriteLine("\nreplaced:");
Console.WriteLine(requests.ReplaceAll(text, "$method $3 ($date)"));
Console.WriteLine("\nonly the first:");
Console.WriteLine(requests.Replacen(text, 1, "-"));

Console.WriteLine("\nreplaced by a function:");
Console.WriteLine(requests.ReplaceAll(text, caps =>
{
    var path = caps.Get(3)!;
    return $"{caps["method"].ToLowerInvariant()} of {path.End() - path.Start()} bytes at {path.Start()}";
}));

Console.WriteLine("\na builder: any case, a line at a time");
using var errors = new RegexBuilder(@"^.* get .* 4\d\d$").CaseInsensitive(true).MultiLine(true).Build();
if (errors.Find(text) is { } found)
    Console.WriteLine($"{found.AsStr()} {{{found.Start()} {found.End()}}}");

Console.WriteLine("\na set: which of the patterns does a line match?");
using var set = new RegexSet(["GET|POST", @"\b[45]\d\d$", @"[^\x00-\x7f]", "^#"]);
var patterns = set.Patterns();
foreach (var (number, line) in text.Split('\n').Index())
{
    Console.Write($"{number + 1}:");
    foreach (var index in set.Matches(line))
        Console.Write($"  {patterns[index]}");
    Console.WriteLine();
}

Console.WriteLine("\nbytes, which need not be text:");
using var frames = new BytesRegex(@"(?-u)\xff([^\xff]*)");
foreach (var frame in frames.FindIter([0xff, .. "one"u8, 0xff, .. "two"u8, 0xff, 0x80, .. "three"u8]))
    Console.WriteLine($"  {Convert.ToHexStringLower(frame.AsBytes())} [{frame.Start()}..{frame.End()})");

Console.WriteLine("\nsplit and escaped:");
using var separator = new Regex(@"\s*[,;]\s*");
foreach (var part in separator.Split("a, b;c ,d"))
    Console.WriteLine($"  {RegexLib.Escape(part + ".")}");

Console.WriteLine("\nno regular expression:");
try
{
    _ = new Regex("a(b");
}
catch (RegexException e)
{
    Console.WriteLine(e.Message);
}

if (!new RegexBuilder(@"\w{1000}").SizeLimit(1000).TryBuild(out _, out var error) && error is Error.CompiledTooBig(var limit))
    Console.WriteLine($"too big: more than {limit} bytes");
