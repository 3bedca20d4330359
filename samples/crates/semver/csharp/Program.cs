// Sorts the versions that were released, and says which of them meet a requirement, as cargo would.
using Semver;
using Version = Semver.Version; // and not System.Version

var versions = new List<Version>();
foreach (var text in (string[])["1.10.0", "0.9.12", "1.4.2", "2.0.0-rc.1", "one.two", "1.4.2+build.7", "2.0.0", "1.01.0"])
{
    try
    {
        versions.Add(Version.Parse(text));
    }
    catch (SemverException e)
    {
        Console.WriteLine($"{text} is no version: {e.Message}");
    }
}

versions.Sort();
Console.WriteLine("\nsorted:");
foreach (var v in versions)
{
    Console.Write($"  {v}: {v.Major}, {v.Minor}, {v.Patch}");
    if (!v.Pre.IsEmpty())
        Console.Write($", before the release: {v.Pre}");
    if (!v.Build.IsEmpty())
        Console.Write($", build: {v.Build}");
    Console.WriteLine();
}

foreach (var text in (string[])["^1.4", "<2", ">=2.0.0-rc, <2.1", "~0.9.1", "*", "=3", "latest"])
{
    VersionReq requirement;
    try
    {
        requirement = VersionReq.Parse(text);
    }
    catch (SemverException e)
    {
        Console.WriteLine($"\n{text} is no requirement: {e.Message}");
        continue;
    }

    Console.Write($"\n{requirement}:");
    foreach (var comparator in requirement.Comparators)
    {
        Console.Write($" {comparator.Op} {comparator.Major}");
        if (comparator.Minor is { } minor)
            Console.Write($" {minor}");
        Console.Write(";");
    }

    Console.WriteLine();

    var meet = versions.Where(requirement.Matches).ToList();
    foreach (var v in meet)
        Console.WriteLine($"  meets it: {v}");
    Console.WriteLine(meet is [.., var newest] ? $"  the newest: {newest}" : "  nothing meets it");
}
