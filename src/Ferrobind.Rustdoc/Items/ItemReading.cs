using Ferrobind.Api;
using Ferrobind.Rustdoc.Documents;
using Ferrobind.Rustdoc.Json;
using Ferrobind.Rustdoc.Types;
using Ferrobind.Rustdoc.Walking;

namespace Ferrobind.Rustdoc.Items;

/// <summary>Reads a public item.</summary>
internal static class ItemReading
{
    public static ApiItem Read(Reached reached, CrateLibrary library)
    {
        var item = reached.Target switch
        {
            KnownTarget target => Read(target, reached.Path, new ReadContext(target.Document, library)),
            ForeignTarget { Definition: { Kind: ItemKind.Macro or ItemKind.ProcMacro } definition } =>
                new MacroItem(reached.Path, definition, null, null),
            ForeignTarget target => new ForeignItem(reached.Path, target.Definition, null, null),
            _ => throw new ArgumentOutOfRangeException(nameof(reached), reached, "not a target"),
        };
        return item with { OtherPaths = reached.OtherPaths };
    }

    private static ApiItem Read(KnownTarget target, string path, ReadContext context)
    {
        var (definition, item) = (target.Definition, target.Item);
        var (docs, deprecation) = (item.Docs, item.ReadDeprecation());
        return item.Inner switch
        {
            ModuleJson => new ModuleItem(path, definition, docs, deprecation),
            FunctionJson function =>
                new FunctionItem(path, definition, docs, deprecation, context.Read(function, item.Attributes)),
            ConstantJson constant => new ConstantItem(
                path, definition, docs, deprecation, context.Read(constant.Type), constant.Const.Value,
                constant.Const.Expression),
            StaticJson variable => new StaticItem(
                path, definition, docs, deprecation, context.Read(variable.Type), variable.IsMutable,
                variable.IsUnsafe),
            StructJson type => new StructItem(
                path, definition, docs, deprecation, context.Read(type.Generics), context.ReadFields(type.Fields),
                IsUnion: false, item.Has<NonExhaustiveJson>(), item.ReadRepr()),
            UnionJson type => new StructItem(
                path, definition, docs, deprecation, context.Read(type.Generics), context.ReadFields(type.Fields),
                IsUnion: true, item.Has<NonExhaustiveJson>(), item.ReadRepr()),
            EnumJson type => new EnumItem(
                path, definition, docs, deprecation, context.Read(type.Generics), context.ReadVariants(type.Variants),
                item.Has<NonExhaustiveJson>(), type.HasStrippedVariants, item.ReadRepr()),
            TraitJson trait => new TraitItem(
                path, definition, docs, deprecation, context.Read(trait.Generics), context.ReadAll(trait.Bounds),
                context.ReadItems(trait.Items), trait.IsUnsafe, trait.IsAuto, trait.IsDynCompatible),
            TypeAliasJson alias => new TypeAliasItem(
                path, definition, docs, deprecation, context.Read(alias.Generics), context.Read(alias.Type)),
            MacroJson => new MacroItem(path, definition, docs, deprecation),
            VariantJson or UseJson or ExternCrateJson or StructFieldJson or ImplJson or AssociatedConstantJson
                or AssociatedTypeJson or OtherInnerJson => new ForeignItem(path, definition, docs, deprecation),
            _ => throw new ArgumentOutOfRangeException(nameof(target), item.Inner, "not an item"),
        };
    }
}
