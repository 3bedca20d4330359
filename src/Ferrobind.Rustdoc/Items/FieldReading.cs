using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Rustdoc.Json;
using Ferrobind.Rustdoc.Types;

namespace Ferrobind.Rustdoc.Items;

/// <summary>Reads variants, and the fields of structs, unions and variants.</summary>
internal static class FieldReading
{
    public static ImmutableArray<Variant> ReadVariants(this ReadContext context, ImmutableArray<uint> ids) =>
        [.. ids.Select(context.Document.Find).OfType<ItemJson>().SelectMany(context.ReadVariant)];

    public static FieldList ReadFields(this ReadContext context, FieldsJson fields) => fields switch
    {
        NoFieldsJson => new FieldList(FieldStyle.Unit, [], false),
        TupleFieldsJson tuple => context.ReadFields(FieldStyle.Tuple, tuple.Fields, false),
        NamedFieldsJson named =>
            context.ReadFields(FieldStyle.Named, [.. named.Fields.Cast<uint?>()], named.HasStrippedFields),
        _ => throw new ArgumentOutOfRangeException(nameof(fields), fields, "not a shape of fields"),
    };

    private static IEnumerable<Variant> ReadVariant(this ReadContext context, ItemJson item) =>
        item.Inner is VariantJson variant
            ? [new Variant(
                item.Name ?? "", context.ReadFields(variant.Fields), variant.Discriminant, item.Docs,
                item.ReadDeprecation(), item.Has<NonExhaustiveJson>())]
            : [];

    private static FieldList ReadFields(
        this ReadContext context, FieldStyle style, ImmutableArray<uint?> ids, bool areStripped)
    {
        var fields = ids.Select(id => id is { } known ? context.Document.Find(known) : null)
            .Where(item => item is { Visibility: not VisibilityJson.Restricted })
            .OfType<ItemJson>()
            .SelectMany(context.ReadField)
            .ToImmutableArray();
        return new FieldList(style, fields, areStripped || fields.Length < ids.Length);
    }

    private static IEnumerable<Field> ReadField(this ReadContext context, ItemJson item) =>
        item.Inner is StructFieldJson field
            ? [new Field(item.Name ?? "", context.Read(field.Type), item.Docs, item.ReadDeprecation())]
            : [];
}
