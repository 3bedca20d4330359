using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ferrobind.Plan;

namespace Ferrobind.Cli.Json;

/// <summary>Writes a plan as the JSON of <c>inspect --json</c>.</summary>
internal static class InspectJson
{
    public static void Write(LibraryPlan plan, TextWriter output) => output.WriteLine(plan.Names.IsBundle
        ? JsonSerializer.Serialize(InspectBundle.Of(plan), Context.InspectBundle)
        : JsonSerializer.Serialize(InspectDocument.Of(plan.Crates[0]), Context.InspectDocument));

    /// <summary>What <c>inspect --direct --json</c> prints.</summary>
    public static void WriteDirect(LibraryPlan plan, BuiltLibrary library, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(DirectDocument.Of(plan, library), Context.DirectDocument));

    // Signatures are full of <, > and &: they go to a terminal or a file, never into HTML.
    private static readonly InspectJsonContext Context = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
    });
}

/// <summary>The serializer, made when this is compiled: Native AOT has no reflection.</summary>
[JsonSerializable(typeof(InspectDocument))]
[JsonSerializable(typeof(DirectDocument))]
[JsonSerializable(typeof(InspectBundle))]
internal sealed partial class InspectJsonContext : JsonSerializerContext;
