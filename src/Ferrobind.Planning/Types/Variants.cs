using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Naming;

namespace Ferrobind.Planning.Types;

/// <summary>
/// What stands for <c>match</c> on an enum that stays in Rust: for each variant, <c>is_circle</c> says whether a value is one, <c>as_circle</c> lends what it has,
/// <c>into_circle</c> takes it, where that has methods that want it whole, and <c>circle</c> makes one.
/// </summary>
internal sealed class Variants(CrateApi api, TypeRegistry types)
{
    private readonly Dictionary<string, EnumItem> _enums = api.Items.OfType<EnumItem>().ToDictionary(e => e.Definition.Path, StringComparer.Ordinal);
    private readonly HashSet<string> _failures = Failures.Of(api);

    /// <param name="names">What the type's own methods are called: those come first.</param>
    public IEnumerable<MethodOf> Of(PathType type, IReadOnlySet<string> names)
    {
        // Of an error, the message is what crosses.
        if (!_enums.TryGetValue(type.Definition.Path, out var item) || _failures.Contains(item.Definition.Path))
            yield break;
        var given = Bindings.OfSelf(type).With(item.Generics.Parameters, type.Arguments);
        foreach (var variant in item.Variants)
        {
            foreach (var method in Of(item, variant, given, names))
                yield return new MethodOf(method.Method, Idiom.Variant, given, null, item.Generics) { Variant = method.Access };
        }
    }

    private IEnumerable<(Method Method, VariantAccess Access)> Of(EnumItem item, Variant variant, Bindings given, IReadOnlySet<string> names)
    {
        var snake = string.Join('_', Words.Of(variant.Name)).ToLowerInvariant();
        var fields = variant.Fields.Fields;
        var access = new VariantAccess(
            variant.Name, (Plan.FieldStyle)variant.Fields.Style, [.. fields.Select(f => new VariantField(f.Name, IsBoxed(f.Type, out _)))], VariantUse.Test);
        var self = new GenericType("Self");
        var lent = new Parameter("self", new ReferenceType(null, false, self));
        (Method, VariantAccess) Make(string name, VariantUse use, ImmutableArray<Parameter> inputs, TypeRef output, string docs) => (
            new Method(name, new FunctionSignature(inputs, output, Generics.None, false, false, false, "Rust", false, false, null), docs, variant.Deprecation, true),
            access with { Use = use });

        if (!names.Contains("is_" + snake))
            yield return Make("is_" + snake, VariantUse.Test, [lent], new PrimitiveType("bool"), Sentence($"Whether it is `{variant.Name}`.", variant));
        if (fields.Length > 0 && !names.Contains("as_" + snake))
        {
            var looked = fields.Select(f => (TypeRef)new ReferenceType(null, false, Unboxed(f.Type))).ToImmutableArray();
            yield return Make("as_" + snake, VariantUse.Look, [lent], Option(looked), Sentence($"{What(variant)}, if it is one.", variant));
        }

        // What is lent cannot be consumed.
        if (fields is [var only] && !names.Contains("into_" + snake) && !types.HasDrop(item.Definition)
            && Substitution.Apply(Unboxed(only.Type), given) is PathType inner && types.Handles.Plan(inner) is { } handle && !types.Handles.IsCopy(inner)
            && handle.Key != types.Handles.Plan(given.Find("Self")!)?.Key)
        {
            yield return Make(
                "into_" + snake, VariantUse.Take, [new Parameter("self", self)], Option([Unboxed(only.Type)]),
                Sentence($"{What(variant)}, if it is one. The value is gone, whatever it was.", variant));
        }

        if (!variant.IsNonExhaustive && !variant.Fields.HasHidden)
        {
            var inputs = fields.Select((f, i) => new Parameter(
                variant.Fields.Style is Api.FieldStyle.Named ? f.Name : fields.Length == 1 ? "value" : $"value{i}", f.Type)).ToImmutableArray();
            yield return Make(names.Contains(snake) ? "new_" + snake : snake, VariantUse.Make, inputs, self, Sentence($"A `{variant.Name}`.", variant));
        }
    }

    private static string What(Variant variant) => variant.Fields.Style is Api.FieldStyle.Named
        ? $"{string.Join(", ", variant.Fields.Fields.Select(f => $"`{f.Name}`"))} of `{variant.Name}`"
        : $"What `{variant.Name}` has";

    private static string Sentence(string first, Variant variant) => variant.Docs is { } docs ? $"{first}\n\n{docs}" : first;

    private static PathType Option(ImmutableArray<TypeRef> parts) => new(
        new Definition("core", "core::option::Option", ItemKind.Enum), [new TypeArgument(parts is [var single] ? single : new TupleType(parts))]);

    private static TypeRef Unboxed(TypeRef type) => IsBoxed(type, out var inside) ? inside : type;

    // Another name for a pointer to it is the same to whoever looks.
    private static bool IsBoxed(TypeRef type, out TypeRef inside) => type.Is("alloc::boxed::Box", out inside!) && inside is PathType;
}
