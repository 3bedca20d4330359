using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Rustdoc.Json;

namespace Ferrobind.Rustdoc.Types;

/// <summary>Reads bounds.</summary>
internal static class BoundReading
{
    public static ImmutableArray<Bound> ReadAll(this ReadContext context, ImmutableArray<BoundJson> bounds) =>
        [.. bounds.Select(context.Read)];

    private static Bound Read(this ReadContext context, BoundJson bound) => bound switch
    {
        TraitBoundJson trait => new TraitBound(
            context.ReadTrait(trait.Trait), trait.IsMaybe, GenericsReading.Names(trait.HigherRanked)),
        OutlivesJson outlives => new LifetimeBound(context.Scope.Lifetime(outlives.Lifetime)),
        UseBoundJson use => new UseBound(use.Captured),
        _ => throw new ArgumentOutOfRangeException(nameof(bound), bound, "not a bound"),
    };
}
