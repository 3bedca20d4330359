namespace Ferrobind.Diagnostics;

/// <summary>
/// Messages of the command line. FB0001 to FB0049: what was asked for cannot be done as it was asked for. FB0080 to
/// FB0099: a program of a project does not build, or Ferrobind itself has a defect.
/// </summary>
public static class UsageFailures
{
    public static FerrobindException CommandLine(string message, string command) => new(
        new Diagnostic("FB0001", message, $"{command} --help shows what it takes."));

    public static FerrobindException NotACrate(string text) => new(
        new Diagnostic(
            "FB0002",
            $"\"{text}\" is neither a path nor a crate's name.",
            "Give a directory (./NAME) or a crate of the registry: NAME, or NAME@VERSION."));

    public static FerrobindException NotAName(string name, string why) => new(
        new Diagnostic(
            "FB0003",
            $"\"{name}\" cannot be the name of a new project: {why}.",
            "Use lower-case letters, digits, - and _, beginning with a letter: ferrobind new image-tools"));

    public static FerrobindException NameTaken(string name, string takenBy) => new(
        new Diagnostic(
            "FB0004",
            $"\"{name}\" cannot be the name of a new project: it is {takenBy}.",
            "Choose another name; a second word is enough: ferrobind new my-" + name));

    public static FerrobindException NoProject(string directory) => new(
        new Diagnostic(
            "FB0005",
            $"{directory} is not in a project: neither it nor a directory above it has a ferrobind.toml beside a Cargo.toml.",
            "ferrobind new NAME makes one; ferrobind bind needs none."));

    public static FerrobindException NothingToRun(string project, string what) => new(
        new Diagnostic(
            "FB0006",
            $"The project {project} has no {what}.",
            "ferrobind run runs the Go program in go/ and the C# program in csharp/."));

    public static FerrobindException ProgramDoesNotBuild(string directory, string output) => new(
        new Diagnostic("FB0080", $"The program in {directory} does not build.", "The message above says why.", output));

    public static FerrobindException NoExecutable(string directory, string expected) => new(
        new Diagnostic(
            "FB0081",
            $"The program in {directory} was built, but there is no {expected}.",
            "Name the assembly as its project file, so that it can be found."));

    public static FerrobindException ProgramFails(string program, int exitCode, string output) => new(
        new Diagnostic("FB0082", $"The program of `{program}` ended with exit code {exitCode}.", "The message above says why.", output));

    public static Diagnostic Defect(Exception exception) => new(
        "FB0099",
        $"Ferrobind itself failed: {exception.Message}",
        "This is a defect of Ferrobind: please report it, with all of this message.",
        exception.ToString());
}
