using Ferrobind.Cli.Rendering;

namespace Ferrobind.Cli.Tests;

public sealed class BenchTableTests
{
    private static readonly string[] _calls = ["add", "hash", "is_text", "text_len", "greet", "method", "create"];

    [Fact]
    public void A_language_itself_is_its_best_and_what_is_proved_is_marked()
    {
        using var output = new StringWriter { NewLine = "\n" };
        BenchTable.Write(
            [("Go, dynamic", Times(own: 2, rust: 40)), ("Go, direct", Times(own: 1, rust: 3)), ("C#, JIT dynamic", Times(own: 1.25, rust: 1234))],
            call => call == "add", new CliHost { Out = output, Error = output, WorkingDirectory = "", Pipeline = null! });
        var lines = output.ToString().Split('\n');
        Assert.Matches("^ns +Go itself +Go, dynamic +Go, direct +C# itself +C#, JIT dynamic$", lines[0]);
        Assert.Matches(@"^two integers \* +1\.0 +40\.0 +3\.0 +1\.3 +1,234$", lines[1]);
        Assert.Matches("^hash of 64 bytes +1", lines[2]);
        Assert.StartsWith("object, made and closed ", lines[7], StringComparison.Ordinal);
    }

    private static Dictionary<(string, string), double> Times(double own, double rust) =>
        _calls.SelectMany(call => new[] { ((call, "own"), own), ((call, "rust"), rust) }).ToDictionary(p => p.Item1, p => p.Item2);
}
