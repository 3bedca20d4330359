using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Rustdoc.Json;
using Ferrobind.Rustdoc.Types;

namespace Ferrobind.Rustdoc.Items;

/// <summary>Reads what is inside a trait or an impl.</summary>
internal static class AssociatedReading
{
    /// <summary>
    /// Reads the items with these ids, in their order. Left out: private ones of an inherent impl, and those of another
    /// crate's blanket impl, which are the same for every type and most of the work.
    /// </summary>
    public static AssociatedItems ReadItems(this ReadContext context, ImmutableArray<uint> ids)
    {
        var items = ids.Select(context.Document.Find).OfType<ItemJson>()
            .Where(item => item is { CrateId: 0, Visibility: not VisibilityJson.Restricted })
            .ToList();
        return new AssociatedItems(
            [.. items.SelectMany(item => context.ReadMethod(item))],
            [.. items.SelectMany(item => context.ReadConstant(item))],
            [.. items.SelectMany(item => context.ReadType(item))]);
    }

    private static IEnumerable<Method> ReadMethod(this ReadContext context, ItemJson item) =>
        item.Inner is FunctionJson function
            ? [new Method(
                item.Name ?? "", context.Read(function, item.Attributes), item.Docs, item.ReadDeprecation(),
                function.HasBody)]
            : [];

    private static IEnumerable<AssociatedConstant> ReadConstant(this ReadContext context, ItemJson item) =>
        item.Inner is AssociatedConstantJson constant
            ? [new AssociatedConstant(
                item.Name ?? "", context.Read(constant.Type), constant.Expression, item.Docs, item.ReadDeprecation())]
            : [];

    private static IEnumerable<AssociatedType> ReadType(this ReadContext context, ItemJson item) =>
        item.Inner is AssociatedTypeJson type
            ? [new AssociatedType(
                item.Name ?? "", context.ReadAll(type.Bounds), type.Type is { } meant ? context.Read(meant) : null)
            {
                Generics = context.Read(type.Generics),
            }]
            : [];
}
