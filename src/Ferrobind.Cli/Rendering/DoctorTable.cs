using Ferrobind.Build;
using Ferrobind.Cli.Reporting;

namespace Ferrobind.Cli.Rendering;

/// <summary>The tools, what each is for, and how to get the missing ones.</summary>
internal static class DoctorTable
{
    public static void Write(IReadOnlyList<FoundProgram> found, CliHost host)
    {
        var table = Tables.Create("Tool", "For", "Version");
        foreach (var item in found)
            table.AddTexts(item.Program.Name, item.Program.NeededFor, Version(item));
        Consoles.WriteOut(host, table);
        foreach (var item in found.Where(item => !item.Works))
        {
            host.Out.WriteLine();
            host.Out.WriteLine($"To get {item.Program.Name}:");
            foreach (var line in item.Program.HowToGet.Split('\n'))
                host.Out.WriteLine($"  {line}");
        }
    }

    private static string Version(FoundProgram item) => item switch
    {
        { Version: { } version } => version,
        { Path: { } path } => $"{path} does not run",
        { Program.Required: true } => "missing",
        _ => "missing (needed for that only)",
    };
}
