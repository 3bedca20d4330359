using System.Text.RegularExpressions;

namespace Ferrobind.Docs.Tests;

/// <summary>What is under version control says nothing about the machine that it was written on.</summary>
public sealed partial class MachineTests
{
    [Fact]
    public void No_file_has_a_path_of_a_machine() => Assert.Empty(
        from file in Repository.Files
        where file != "tests/Ferrobind.Docs.Tests/MachineTests.cs"
        let text = Repository.Read(file)
        where !text.Contains('\0', StringComparison.Ordinal)
        from path in HomeDirectory().Matches(text).Select(match => match.Value).Concat(OwnPath(text))
        select $"{file}: {path}");

    // Where the repository itself lies, if that is not a place as short as a word of some text.
    private static string[] OwnPath(string text) =>
        Repository.Root.Count(c => c == Path.DirectorySeparatorChar) > 1 && text.Contains(Repository.Root + "/", StringComparison.Ordinal)
            ? [Repository.Root]
            : [];

    [GeneratedRegex(@"(?<![\w.$}])/(home|Users)/[a-z]\w*/|(?<![\w.$}])/root/|\b[A-Z]:\\Users\\")]
    private static partial Regex HomeDirectory();
}
