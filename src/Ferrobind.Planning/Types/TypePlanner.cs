using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Naming;

namespace Ferrobind.Planning.Types;

/// <summary>Plans a struct or an enum as data, with all of its arguments; null where it is none.</summary>
internal static class TypePlanner
{
    public static TypePlan? Plan(ApiItem item, PathType type, string key, TypeRegistry types, TypeNames names)
    {
        if (types.HasDrop(item.Definition))
            return null;
        var arguments = Bindings.Empty.With(GenericArguments.Of(item).Parameters, type.Arguments);
        return item switch
        {
            StructItem { IsUnion: false, IsNonExhaustive: false, Fields.HasHidden: false } data =>
                Record(data, type, key, arguments, types, names),
            EnumItem { Variants.IsEmpty: false } data when data.Variants.All(v => v.Fields.Style == Api.FieldStyle.Unit) =>
                EnumPlanner.Plan(data, type, key, types, names),
            EnumItem { Variants.IsEmpty: false } data => Sum(data, type, key, arguments, types, names),
            _ => null,
        };
    }

    private static RecordPlan? Record(
        StructItem item, PathType type, string key, Bindings arguments, TypeRegistry types,
        TypeNames names)
    {
        // Looked at first: a type that turns out to be no data must not take a name.
        if (FieldPlanner.Plan(item.Fields, arguments, types, types.MayHold(item.Definition), "") is null)
            return null;
        var (c, go, csharp) = names.Take(item, type, _ => []);
        return FieldPlanner.Plan(item.Fields, arguments, types, types.MayHold(item.Definition), csharp) is { } fields
            ? new RecordPlan(
                key, types.Bridge.Of(type, "'_"), "::" + item.Path, c, go, csharp, Docs(item),
                Style(item.Fields.Style), fields, Layout(item, fields, types))
            : null;
    }

    private static SumPlan? Sum(
        EnumItem item, PathType type, string key, Bindings arguments, TypeRegistry types,
        TypeNames names)
    {
        if (item.Variants.Any(v => v.Fields.HasHidden || FieldPlanner.Plan(v.Fields, arguments, types, types.MayHold(item.Definition), "") is null))
            return null;
        var (c, go, csharp) = names.Take(
            item, type, name =>
            {
                string[] all = [.. item.Variants.Select(v => name + GoNames.Exported(v.Name))];
                return all.Append(SumPlan.Unknown(name, all));
            });
        var goNames = new NameTable([]);
        var csharpNames = new NameTable([csharp, "Clone", "Unknown", "Equals", "GetHashCode", "ToString", "EqualityContract", "PrintMembers"]);
        var variants = ImmutableArray.CreateBuilder<VariantPlan>(item.Variants.Length);
        for (var index = 0; index < item.Variants.Length; index++)
        {
            var variant = item.Variants[index];
            var name = csharpNames.Take(CSharpNames.Pascal(variant.Name));
            if (FieldPlanner.Plan(variant.Fields, arguments, types, types.MayHold(item.Definition), name) is not { } fields)
                return null;
            variants.Add(new VariantPlan(
                variant.Name, goNames.Take(go + GoNames.Exported(variant.Name)), name, index, Style(variant.Fields.Style),
                fields, new Documentation(variant.Docs, variant.Deprecation is { } d ? d.Note ?? "" : null))
            {
                IsOpen = variant.IsNonExhaustive,
            });
        }

        return new SumPlan(
            key, types.Bridge.Of(type, "'_"), "::" + item.Path, c, go, csharp, Docs(item), variants.ToImmutable(),
            item.IsNonExhaustive || item.HasHiddenVariants);
    }

    // Plain: every part has one layout that C has, too, and nothing has to be looked after.
    private static RecordLayout Layout(StructItem item, ImmutableArray<FieldPlan> fields, TypeRegistry types)
    {
        bool IsPlain(DataType value) => value switch
        {
            ScalarValue scalar => scalar.Kind is not (ScalarKind.I128 or ScalarKind.U128),
            NamedValue named => types.Find(named.Key) is RecordPlan { Layout: not RecordLayout.Wire } or EnumPlan,
            _ => false,
        };

        // NonZero and Wrapping are scalars on the wire, but not in a mirror; a large record is cheaper in memory.
        var isPlain = fields.Length is > 0 and <= 8 && fields.All(f => IsPlain(f.Type))
            && item.Fields.Fields.All(f => f.Type is PathType or PrimitiveType && !IsWrapped(f.Type));
        if (!isPlain)
            return RecordLayout.Wire;
        return item.Repr is "C" && fields.All(f => f.Type is not NamedValue named
            || types.Find(named.Key) is RecordPlan { Layout: RecordLayout.PlainC })
            ? RecordLayout.PlainC
            : RecordLayout.Plain;
    }

    private static bool IsWrapped(TypeRef type) =>
        type is PathType path && path.Definition.Path.StartsWith("core::num::", StringComparison.Ordinal);

    private static Plan.FieldStyle Style(Api.FieldStyle style) => style switch
    {
        Api.FieldStyle.Unit => Ferrobind.Plan.FieldStyle.Unit,
        Api.FieldStyle.Tuple => Ferrobind.Plan.FieldStyle.Tuple,
        Api.FieldStyle.Named => Ferrobind.Plan.FieldStyle.Named,
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "not a style"),
    };

    private static Documentation Docs(ApiItem item) => new(item.Docs, item.Deprecation is { } d ? d.Note ?? "" : null);
}
