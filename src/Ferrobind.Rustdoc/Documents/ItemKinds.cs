using Ferrobind.Api;
using Ferrobind.Rustdoc.Json;

namespace Ferrobind.Rustdoc.Documents;

/// <summary>The kinds of item, by rustdoc's names and by what an item holds.</summary>
internal static class ItemKinds
{
    public static ItemKind Named(string kind) => kind switch
    {
        "module" or "extern_crate" => ItemKind.Module,
        "struct" => ItemKind.Struct,
        "union" => ItemKind.Union,
        "enum" => ItemKind.Enum,
        "variant" => ItemKind.Variant,
        "function" => ItemKind.Function,
        "constant" => ItemKind.Constant,
        "static" => ItemKind.Static,
        "trait" => ItemKind.Trait,
        "trait_alias" => ItemKind.TraitAlias,
        "type_alias" => ItemKind.TypeAlias,
        "macro" => ItemKind.Macro,
        "proc_attribute" or "proc_derive" => ItemKind.ProcMacro,
        "primitive" => ItemKind.Primitive,
        _ => ItemKind.Other,
    };

    public static ItemKind Of(InnerJson item) => item switch
    {
        ModuleJson or ExternCrateJson => ItemKind.Module,
        StructJson => ItemKind.Struct,
        UnionJson => ItemKind.Union,
        EnumJson => ItemKind.Enum,
        VariantJson => ItemKind.Variant,
        FunctionJson => ItemKind.Function,
        ConstantJson => ItemKind.Constant,
        StaticJson => ItemKind.Static,
        TraitJson => ItemKind.Trait,
        TypeAliasJson => ItemKind.TypeAlias,
        MacroJson => ItemKind.Macro,
        UseJson or StructFieldJson or ImplJson or AssociatedConstantJson or AssociatedTypeJson or OtherInnerJson =>
            ItemKind.Other,
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "not an item"),
    };
}
