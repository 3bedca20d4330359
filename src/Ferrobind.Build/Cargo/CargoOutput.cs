using System.Text;
using System.Text.Json;

namespace Ferrobind.Build;

/// <summary>Gathers what cargo prints with <c>--message-format=json</c>, line by line.</summary>
internal sealed class CargoOutput(IToolLog log)
{
    private const string NativeLibraries = "native-static-libs:";
    private readonly StringBuilder _text = new();

    public List<CompilerMessage> Errors { get; } = [];

    public List<(string ManifestPath, string File)> Artifacts { get; } = [];

    public List<BuildScript> BuildScripts { get; } = [];

    public List<string> SystemLibraries { get; private set; } = [];

    /// <summary>The compiler's errors as it shows them, and lines that are not JSON.</summary>
    public string Text => _text.ToString();

    public void Add(string line)
    {
        if (Parse(line) is not { } message)
        {
            Show(line);
            return;
        }

        switch (message.Reason)
        {
            case "compiler-artifact":
                Artifacts.AddRange((message.Filenames ?? []).Select(file => (message.ManifestPath ?? "", file)));
                break;
            case "build-script-executed" when message.OutDir is { } directory:
                BuildScripts.Add(BuildScript.Read(message.PackageId ?? "", directory));
                break;
            case "compiler-message" when message.Message is { Level: "note" } note
                && note.Message.StartsWith(NativeLibraries, StringComparison.Ordinal):
                SystemLibraries = LinkerNames(note.Message[NativeLibraries.Length..]);
                break;
            case "compiler-message" when message.Message is { } error
                && error.Level.StartsWith("error", StringComparison.Ordinal):
                Show((error.Rendered ?? error.Message).TrimEnd());

                // "aborting due to 2 previous errors" has neither a place nor a cause of its own.
                if (error.Spans is { Count: > 0 }
                    || !error.Message.StartsWith("aborting due to", StringComparison.Ordinal))
                {
                    Errors.Add(CompilerMessage.From(message));
                }

                break;
        }
    }

    /// <summary><c>-lgcc_s -lm</c> as <c>gcc_s</c>, <c>m</c>; doubles dropped, the order kept.</summary>
    internal static List<string> LinkerNames(string flags) =>
    [
        .. flags.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(flag => flag.StartsWith("-l", StringComparison.Ordinal))
            .Select(flag => flag[2..])
            .Distinct(),
    ];

    private static CargoMessageJson? Parse(string line)
    {
        if (!line.StartsWith('{'))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(line, CargoJson.Default.CargoMessageJson);
        }
        catch (JsonException)
        {
            return null; // a line that a build script or a wrapper printed
        }
    }

    private void Show(string text)
    {
        _text.Append(text).Append('\n');
        foreach (var line in text.Split('\n'))
        {
            log.Line(line);
        }
    }
}
