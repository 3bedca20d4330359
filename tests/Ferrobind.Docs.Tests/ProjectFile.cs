using System.Xml.Linq;

namespace Ferrobind.Docs.Tests;

/// <summary>A project of the tool, and the projects that it refers to, by name: <c>Ferrobind.Plan</c>.</summary>
internal sealed record ProjectFile(string Name, IReadOnlySet<string> References)
{
    public static IReadOnlyDictionary<string, ProjectFile> All { get; } = Repository.FilesNamed(".csproj")
        .Where(file => file.StartsWith("src/", StringComparison.Ordinal) && !file.Contains("/Templates/", StringComparison.Ordinal))
        .Select(Load)
        .ToDictionary(project => project.Name);

    /// <summary>All that a project can see: a reference passes on what it refers to.</summary>
    public static IReadOnlySet<string> ReachableFrom(string name)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(All[name].References);
        while (open.TryPop(out var next))
        {
            if (!reached.Add(next))
                continue;
            foreach (var reference in All[next].References)
                open.Push(reference);
        }

        return reached;
    }

    private static ProjectFile Load(string file) => new(
        Path.GetFileNameWithoutExtension(file),
        XDocument.Parse(Repository.Read(file)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .ToHashSet());
}
