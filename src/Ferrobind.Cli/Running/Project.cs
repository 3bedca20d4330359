using Ferrobind.Cli.Scaffolding;
using Ferrobind.Diagnostics;
using Ferrobind.Pipeline.Configuration;
using Ferrobind.Plan;

namespace Ferrobind.Cli.Running;

/// <summary>A project such as <see cref="NewProject"/> makes: a crate with a ferrobind.toml, and programs in go/ and csharp/.</summary>
/// <param name="Directory">Its directory, absolute.</param>
internal sealed record Project(string Directory)
{
    /// <summary>The project that a directory lies in.</summary>
    /// <exception cref="FerrobindException">It lies in none.</exception>
    public static Project Find(string directory)
    {
        for (var here = directory; here is not null; here = Path.GetDirectoryName(here))
        {
            if (File.Exists(Path.Combine(here, ConfigurationFile.Name)) && File.Exists(Path.Combine(here, "Cargo.toml")))
                return new Project(here);
        }

        throw UsageFailures.NoProject(directory);
    }

    /// <summary>The programs to run: the one that is named, or all that there are.</summary>
    /// <exception cref="FerrobindException">There is none.</exception>
    public IReadOnlyList<IProgram> Programs(string? language, LinkMode? link)
    {
        var programs = new List<IProgram>();
        if (language is null or "go" && File.Exists(Path.Combine(Directory, "go", "go.mod")))
            programs.Add(new GoProgram(Directory, link));
        if (language is null or "csharp" && CSharpProjectFile() is { } file)
            programs.Add(new CSharpProgram(file, link));
        return programs.Count > 0
            ? programs
            : throw UsageFailures.NothingToRun(Directory, language switch
            {
                "go" => "Go program: there is no go/go.mod",
                "csharp" => "C# program: there is no project file in csharp/",
                _ => "program: there is neither go/go.mod nor a project file in csharp/",
            });
    }

    private string? CSharpProjectFile()
    {
        var directory = Path.Combine(Directory, "csharp");
        return System.IO.Directory.Exists(directory)
            ? System.IO.Directory.EnumerateFiles(directory, "*.csproj").Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
    }
}
