using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Rustdoc.Json;
using Ferrobind.Rustdoc.Types;

namespace Ferrobind.Rustdoc.Items;

/// <summary>Reads the fields of structs, unions and variants.</summary>
internal static class FieldReading
{
    public static Variant ReadVariant(this ReadContext context, ItemJson item)
    {
        var variant = (VariantJson)item.Inner;
        return new Variant(
            item.Name ?? "", context.ReadFields(variant.Fields), variant.Discriminant, item.Docs,
            item.ReadDeprecation(), item.Has<NonExhaustiveJson>());
    }

    public static FieldList ReadFields(this ReadContext context, FieldsJson fields) => fields switch
    {
        NoFieldsJson => new FieldList(FieldStyle.Unit, [], false),
        TupleFieldsJson tuple => context.ReadFields(FieldStyle.Tuple, tuple.Fields, false),
        NamedFieldsJson named =>
            context.ReadFields(FieldStyle.Named, [.. named.Fields.Cast<uint?>()], named.HasStrippedFields),
        _ => throw new ArgumentOutOfRangeException(nameof(fields), fields, "not a shape of fields"),
    };

    private static FieldList ReadFields(
        this ReadContext context, FieldStyle style, ImmutableArray<uint?> ids, bool areStripped)
    {
        var fields = ids.Select(id => id is { } known ? context.Document.Find(known) : null)
            .Where(item => item is { Visibility: not VisibilityJson.Restricted })
            .OfType<ItemJson>()
            .Select(context.ReadField)
            .ToImmutableArray();
        return new FieldList(style, fields, areStripped || fields.Length < ids.Length);
    }

    private static Field ReadField(this ReadContext context, ItemJson item) => new(
        item.Name ?? "", context.Read(((StructFieldJson)item.Inner).Type), item.Docs, item.ReadDeprecation());
}
