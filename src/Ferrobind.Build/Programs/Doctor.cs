namespace Ferrobind.Build;

/// <summary>A program, and what was found of it.</summary>
/// <param name="Path">The file that runs; null if there is none.</param>
/// <param name="Version">The first line that it prints about its version; null if it does not run.</param>
public sealed record FoundProgram(ProgramInfo Program, string? Path, string? Version)
{
    public bool Works => Version is not null;
}

/// <summary>Looks for the programs that Ferrobind knows of, for <c>ferrobind doctor</c>.</summary>
public static class Doctor
{
    /// <summary>All of <see cref="KnownPrograms.All"/>, in that order. Never throws because of a program.</summary>
    public static async Task<IReadOnlyList<FoundProgram>> ExamineAsync(string workingDirectory, CancellationToken cancellation) =>
        await Task.WhenAll(KnownPrograms.All.Select(program => ExamineAsync(program, workingDirectory, cancellation)))
            .ConfigureAwait(false);

    public static async Task<FoundProgram> ExamineAsync(
        ProgramInfo program, string workingDirectory, CancellationToken cancellation)
    {
        if (program.Find() is not { } path)
        {
            return new FoundProgram(program, null, null);
        }

        try
        {
            var tool = new Tool(program, workingDirectory, SilentToolLog.Instance);
            var result = await tool.RunAsync([program.VersionArguments], cancellation).ConfigureAwait(false);
            return new FoundProgram(program, path, result.Succeeded ? FirstLine(result.Output) : null);
        }
        catch (Diagnostics.FerrobindException)
        {
            return new FoundProgram(program, path, null);
        }
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
