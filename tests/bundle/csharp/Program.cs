// Uses four Rust crates, which are one library.
using Deps;
using Rust.Regex;
using Rust.Url;
using Second;
using Semver;

using var pattern = new Regex(@"(?<name>[a-z]+)-(?<version>[0-9.]+)\.crate");
using var @base = Url.Parse("https://crates.example/");
foreach (var captures in pattern.CapturesIter("regex-1.11.1.crate url-2.5.4.crate"))
{
    using var version = Semver.Version.Parse(captures["version"]);
    using var link = @base.Join($"{captures["name"]}/{version}");
    Console.WriteLine($"{link} {version.Major} {SecondLib.Add(1, 2)}");
}

// The exception of each is of its own type, and all are of one that the crates share.
RustException? caught = null;
try
{
    Semver.Version.Parse("1.x");
}
catch (RustException e)
{
    caught = e;
}

Console.WriteLine($"{caught?.Message} {Word(caught is SemverException)}");
try
{
    using var invalid = new Regex("a(b");
}
catch (RustException e)
{
    caught = e;
}

Console.WriteLine($"{Word(caught is RegexException)} {Word(caught is SemverException)}");
try
{
    Url.Parse("d.html");
}
catch (RustException e)
{
    caught = e;
}

Console.WriteLine($"{caught?.Message} {Word(caught is ParseException)}");

// A panic in one leaves the others as they were.
try
{
    Misuse.PanicWith("out of order");
}
catch (RustPanicException e)
{
    Console.WriteLine(e.Message);
}

Console.WriteLine($"{Word(pattern.IsMatch("url-2.crate"))} {@base}");

var closed = Semver.Version.Parse("1.2.3");
closed.Dispose();
try
{
    _ = closed.Major;
}
catch (ObjectDisposedException)
{
    Console.WriteLine("true");
}

Console.WriteLine(Word(SemverLib.LinkMode == UrlLib.LinkMode));

#if MIXED
// This does not compile: a handle of one crate is none of another.
Console.WriteLine(closed == pattern);
#endif

static string Word(bool value) => value ? "true" : "false";
