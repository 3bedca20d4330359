using Semver;
using Version = Semver.Version; // and not System.Version

using var wanted = VersionReq.Parse("^1.4, <1.10");
var found = new List<Version>();
foreach (var text in (string[])["1.9.0", "2.0.0", "1.4.2", "one.two", "1.10.0"])
{
    try
    {
        var version = Version.Parse(text);
        if (wanted.Matches(version))
            found.Add(version);
    }
    catch (SemverException e)
    {
        Console.WriteLine($"{text}: {e.Message}");
    }
}
found.Sort();
Console.WriteLine($"{wanted} is met by [{string.Join(' ', found)}]");
