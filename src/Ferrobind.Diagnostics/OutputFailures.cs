namespace Ferrobind.Diagnostics;

/// <summary>Messages about the directories that are generated: FB0300 to FB0399. When one is thrown, no file was changed.</summary>
public static class OutputFailures
{
    public static FerrobindException NotOurs(string directory) => new(
        new Diagnostic(
            "FB0301",
            $"{directory} holds files that are not Ferrobind's, so nothing was written there.",
            "Choose another directory, one that is new or empty."));

    public static FerrobindException Edited(string directory, IReadOnlyCollection<string> files) => new(
        new Diagnostic(
            "FB0302",
            $"Generated files in {directory} were edited since: {string.Join(", ", files)}.",
            "Nothing was changed. Move your edits to a file of your own, delete the ones named, and run again."));

    public static FerrobindException InTheWay(string directory, IReadOnlyCollection<string> files) => new(
        new Diagnostic(
            "FB0303",
            $"{directory} has files of yours where generated ones go: {string.Join(", ", files)}.",
            "Nothing was changed. Rename or move them, or choose another directory."));

    public static FerrobindException Busy(string directory) => new(
        new Diagnostic(
            "FB0304", $"Another run of Ferrobind is writing to {directory}.", "Wait for it to end, and run again."));

    public static FerrobindException CannotWrite(string path, string why, Exception? inner = null) => new(
        new Diagnostic(
            "FB0305", $"Cannot write to {path}: {why}", "Check permissions and free space, or choose another directory."),
        inner);

    public static FerrobindException SameDirectory(string directory) => new(
        new Diagnostic("FB0306", $"Two outputs are to go to {directory}.", "Give each a directory of its own."));

    public static FerrobindException UnknownManifest(string file, string why, Exception? inner = null) => new(
        new Diagnostic(
            "FB0307",
            $"{file} cannot be read: {why}",
            "It lists the files that Ferrobind generated there. Use the version of Ferrobind that wrote it, or delete the directory."),
        inner);
}
