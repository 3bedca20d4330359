// Takes links apart, resolves those of a page, and makes new ones.
using Rust.Url;

using var page = Url.Parse("https://ann@例え.example:8443/a/b/../c.html?q=rust+lang&page=2#top");

Console.WriteLine(page);
Console.WriteLine($"scheme: {page.Scheme()}");
Console.WriteLine($"user: {page.Username()}");
if (page.Host() is { } host)
    Console.WriteLine(host is HostStr.Domain(var domain) ? $"domain: {domain}" : $"address: {host}");
if (page.Port() is { } port)
    Console.WriteLine($"port: {port}");
if (page.PathSegments() is { } path)
{
    foreach (var segment in path)
        Console.WriteLine($"segment: {segment}");
}
foreach (var (name, value) in page.QueryPairs())
    Console.WriteLine($"query: {name} = {value}");
Console.WriteLine($"origin: {page.Origin().AsciiSerialization()}");
Console.WriteLine($"between host and query: {page[new RustRange<Position>(Position.BeforeHost, Position.AfterPath)]}");

Console.WriteLine("\nlinks of the page:");
foreach (var link in (string[])["d.html", "../up", "/root?x=1", "//other.example/", "mailto:ann@example.org", "http://[::1]:80/", "http://a b/", "https://:0/"])
{
    if (page.TryJoin(link, out var target, out var error))
        Console.WriteLine($"  {link}: {target} ({page.MakeRelative(target) ?? "no relative form"})");
    else
        Console.WriteLine($"  {link}: {error.ToDisplayString()}");
}

try
{
    Url.Parse("d.html");
}
catch (ParseException e)
{
    Console.WriteLine($"  without a page: {e.Message} {(e.Value == ParseError.RelativeUrlWithoutBase ? "true" : "false")}");
}

Console.WriteLine("\nchanged, part by part:");
using var mine = page.Clone();
mine.SetHost("www.example.org");
mine.SetPort(null);
mine.SetUsername("");
mine.SetFragment("über uns");
mine.SetPath("search and find");
Console.WriteLine($"  {mine}");

using (var pairs = mine.QueryPairsMut())
    pairs.Clear().AppendPair("q", "50 % & more").AppendPair("lang", "日本語").AppendKeyOnly("all");
Console.WriteLine($"  {mine}");

using (var segments = mine.PathSegmentsMut())
    segments.Clear().Extend(["docs", "a/b", "index.html"]);
Console.WriteLine($"  {mine}");

using var made = Url.ParseWithParams("https://example.net", [("a", "1"), ("b", "&")]);
Console.WriteLine($"  {made} {(made == mine ? "true" : "false")} {(made < mine ? "true" : "false")}");
