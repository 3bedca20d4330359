using System.Collections.Immutable;
using System.Text.Json;

namespace Ferrobind.Rustdoc.Json;

/// <summary>One entry of <c>paths</c>: where an item of any crate is defined.</summary>
internal sealed record ItemSummaryJson(uint CrateId, ImmutableArray<string> Path, string Kind)
{
    public static ItemSummaryJson Read(JsonElement json) =>
        new(json.ReadNumber("crate_id"u8), json.ReadTexts("path"u8), json.ReadText("kind"u8));
}

/// <summary>One entry of <c>external_crates</c>. The library's file is there since format 57.</summary>
internal sealed record ExternalCrateJson(string Name, string? Path)
{
    public static ExternalCrateJson Read(JsonElement json) =>
        new(json.ReadText("name"u8), json.ReadOptionalText("path"u8));
}
