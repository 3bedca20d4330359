using System.Text.Json.Serialization;

namespace Ferrobind.Build;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CargoMetadata))]
[JsonSerializable(typeof(CargoMessageJson))]
internal sealed partial class CargoJson : JsonSerializerContext;

/// <summary>One line of <c>--message-format=json</c>, of whatever reason.</summary>
internal sealed record CargoMessageJson(
    string Reason, string? PackageId, string? ManifestPath, CargoMessageTargetJson? Target, RustcDiagnosticJson? Message,
    IReadOnlyList<string>? Filenames, string? OutDir);

internal sealed record CargoMessageTargetJson(string Name, IReadOnlyList<string> CrateTypes);

internal sealed record RustcDiagnosticJson(
    string Message, RustcCodeJson? Code, string Level, IReadOnlyList<RustcSpanJson>? Spans, string? Rendered,
    IReadOnlyList<RustcDiagnosticJson>? Children);

internal sealed record RustcCodeJson(string Code);

internal sealed record RustcSpanJson(string FileName, int LineStart, int LineEnd, bool IsPrimary, RustcExpansionJson? Expansion);

internal sealed record RustcExpansionJson(RustcSpanJson Span);
