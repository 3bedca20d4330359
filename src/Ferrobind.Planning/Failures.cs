using Ferrobind.Api;

namespace Ferrobind.Planning;

/// <summary>The types that the crate's functions and methods fail with, by definition path.</summary>
internal static class Failures
{
    public static HashSet<string> Of(CrateApi api) =>
        api.Items.OfType<FunctionItem>().Select(f => f.Signature)
            .Concat(api.Impls.SelectMany(i => i.Items.Methods).Select(m => m.Signature))
            .Select(signature => signature.Output.IsResult(out _, out var error) ? error : null)
            .OfType<PathType>()
            .Select(type => type.Definition.Path)
            .ToHashSet(StringComparer.Ordinal);
}
