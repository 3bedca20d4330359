using Ferrobind.Api;

namespace Ferrobind.Rustdoc.Tests.Support;

/// <summary>
/// Writes an API as text much like Rust, one member a line, with definitions' paths: what baselines hold.
/// </summary>
internal static class ApiText
{
    public static string Of(CrateApi api)
    {
        // Those are the same for every type; ImplSpecs looks at them.
        var impls = api.Impls.Where(impl => impl is { IsSynthetic: false, IsBlanket: false });
        var lines = api.Items.SelectMany(Item).Concat(impls.SelectMany(Impl));
        return string.Join('\n', lines.Prepend($"crate {api.Name} {api.Version}{Docs(api.Docs)}")) + "\n";
    }

    public static IEnumerable<string> Impl(ImplBlock impl)
    {
        var flags = (impl.IsDerived ? "#[derived] " : "") + (impl.IsSynthetic ? "#[synthetic] " : "")
            + (impl.IsBlanket ? "#[blanket] " : "") + (impl.IsUnsafe ? "unsafe " : "");
        var trait = impl.Trait is { } of ? (impl.IsNegative ? "!" : "") + RustText.Of(of) + " for " : "";
        yield return $"{flags}impl{RustText.Of(impl.Generics)} {trait}{RustText.Of(impl.For)}"
            + RustText.Where(impl.Generics);
        foreach (var line in Members(impl.Items))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Item(ApiItem item)
    {
        var others = item.OtherPaths.IsEmpty ? "" : $" [also {string.Join(", ", item.OtherPaths)}]";
        var definition = item.Definition.Path == item.Path ? "" : $" [is {item.Definition.Path}]";
        var head = Head(item);
        yield return head[0] + definition + others + Deprecated(item.Deprecation) + Docs(item.Docs);
        foreach (var line in head.Skip(1))
        {
            yield return line;
        }
    }

    private static string[] Head(ApiItem item) => item switch
    {
        ModuleItem => [$"mod {item.Path}"],
        FunctionItem function => [RustText.Of(item.Path, function.Signature)],
        ConstantItem constant =>
            [$"const {item.Path}: {RustText.Of(constant.Type)} = {constant.Expression} ({constant.Value ?? "?"})"],
        StaticItem variable => [(variable.IsUnsafe ? "unsafe " : "") + "static "
            + (variable.IsMutable ? "mut " : "") + $"{item.Path}: {RustText.Of(variable.Type)}"],
        StructItem type => [Attributes(type.IsNonExhaustive, type.Repr) + (type.IsUnion ? "union " : "struct ")
            + item.Path + RustText.Of(type.Generics) + RustText.Where(type.Generics) + Fields(type.Fields),
            .. FieldDocs(type.Fields)],
        EnumItem type => [Attributes(type.IsNonExhaustive, type.Repr) + $"enum {item.Path}"
            + RustText.Of(type.Generics) + RustText.Where(type.Generics),
            .. type.Variants.SelectMany(Variant), .. type.HasHiddenVariants ? (string[])["    .."] : []],
        TraitItem trait => [(trait.IsUnsafe ? "unsafe " : "") + (trait.IsAuto ? "auto " : "") + $"trait {item.Path}"
            + RustText.Of(trait.Generics) + (trait.Supertraits.IsEmpty ? "" : ": " + RustText.Of(trait.Supertraits))
            + RustText.Where(trait.Generics) + (trait.IsDynCompatible ? "" : " (not dyn)"), .. Members(trait.Items)],
        TypeAliasItem alias =>
            [$"type {item.Path}{RustText.Of(alias.Generics)} = {RustText.Of(alias.Type)}"],
        MacroItem => [$"macro {item.Path}"],
        ForeignItem => [$"foreign {item.Definition.Kind} {item.Path} of {item.Definition.Crate}"],
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "not an item"),
    };

    private static string Attributes(bool isNonExhaustive, string? repr) =>
        (isNonExhaustive ? "#[non_exhaustive] " : "") + (repr is null ? "" : $"#[repr({repr})] ");

    private static IEnumerable<string> Variant(Variant variant) =>
    [
        $"    {Attributes(variant.IsNonExhaustive, null)}{variant.Name}{Fields(variant.Fields)}"
            + (variant.Discriminant is { } value ? $" = {value}" : "") + Deprecated(variant.Deprecation)
            + Docs(variant.Docs),
        .. FieldDocs(variant.Fields),
    ];

    private static string Fields(FieldList fields)
    {
        var hidden = fields.HasHidden ? (string[])[".."] : [];
        var list = string.Join(", ", fields.Fields.Select(f => $"{f.Name}: {RustText.Of(f.Type)}").Concat(hidden));
        return fields.Style switch
        {
            FieldStyle.Unit => "",
            FieldStyle.Tuple => $"({list})",
            FieldStyle.Named => $" {{ {list} }}",
            _ => throw new ArgumentOutOfRangeException(nameof(fields), fields.Style, "not a style"),
        };
    }

    private static IEnumerable<string> FieldDocs(FieldList fields) => fields.Fields
        .Where(field => field.Docs is not null || field.Deprecation is not null)
        .Select(field => $"    .{field.Name}{Deprecated(field.Deprecation)}{Docs(field.Docs)}");

    private static IEnumerable<string> Members(AssociatedItems items) =>
    [
        .. items.Types.Select(type => $"    type {type.Name}{RustText.Of(type.Generics)}"
            + (type.Bounds.IsEmpty ? "" : ": " + RustText.Of(type.Bounds)) + RustText.Where(type.Generics)
            + (type.Type is { } meant ? $" = {RustText.Of(meant)}" : "")),
        .. items.Constants.Select(constant => $"    const {constant.Name}: {RustText.Of(constant.Type)}"
            + (constant.Value is { } value ? $" = {value}" : "") + Deprecated(constant.Deprecation)
            + Docs(constant.Docs)),
        .. items.Methods.Select(method => "    " + RustText.Of(method.Name, method.Signature)
            + (method.HasBody ? "" : ";") + Deprecated(method.Deprecation) + Docs(method.Docs)),
    ];

    private static string Deprecated(Deprecation? deprecation) =>
        deprecation is null ? "" : $" #[deprecated({deprecation.Since ?? "?"}, {deprecation.Note ?? "?"})]";

    private static string Docs(string? docs) => docs is null ? "" : $" // {docs.ReplaceLineEndings("\\n")}";
}
