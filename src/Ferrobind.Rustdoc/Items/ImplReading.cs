using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Rustdoc.Documents;
using Ferrobind.Rustdoc.Json;
using Ferrobind.Rustdoc.Types;

namespace Ferrobind.Rustdoc.Items;

/// <summary>Reads the impls that concern the crate's types and traits, wherever they hang.</summary>
internal static class ImplReading
{
    /// <summary>
    /// Reads the impls that mention one of the items, sorted by type and trait. Several of one type and trait stay in
    /// the order of their ids, which is that of the source.
    /// </summary>
    public static ImmutableArray<ImplBlock> Read(
        IEnumerable<CrateDocument> documents, IEnumerable<ApiItem> items, CrateLibrary library)
    {
        var own = items
            .Where(item => item is StructItem or EnumItem or TraitItem)
            .Select(item => item.Definition.Path)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. documents
                .SelectMany(document => Read(new ReadContext(document, library), own))
                .OrderBy(impl => TypeOutline.Text(impl.For), StringComparer.Ordinal)
                .ThenBy(impl => impl.Trait is { } trait ? TypeOutline.Text(trait) : "", StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<ImplBlock> Read(ReadContext context, HashSet<string> own) =>
        context.Document.Impls
            .SelectMany(item => item.Inner is ImplJson impl ? Read(item, impl, context, own) : []);

    private static IEnumerable<ImplBlock> Read(
        ItemJson item, ImplJson impl, ReadContext outer, HashSet<string> own)
    {
        var target = outer.Read(impl.For);
        var context = outer.Within(impl, target);
        var trait = impl.Trait is { } path ? context.ReadTrait(path) : null;
        var mentioned = TypeOutline.Of(target).Concat(trait is null ? [] : TypeOutline.Of(trait));
        if (mentioned.Any(word => own.Contains(word.Text)))
        {
            yield return new ImplBlock(
                trait, target, context.Read(impl.Generics), context.ReadItems(impl.Items), impl.IsNegative,
                impl.IsSynthetic, item.Has<AutomaticallyDerivedJson>(), impl.Blanket is not null, impl.IsUnsafe);
        }
    }

    /// <summary>Inside a blanket impl that rustdoc shows for a type, its parameter stands for that type.</summary>
    private static ReadContext Within(this ReadContext context, ImplJson impl, TypeRef target) =>
        impl.Blanket is GenericTypeJson parameter
            ? context with
            {
                Scope = context.Scope with { Types = context.Scope.Types.Add(parameter.Name, target) },
            }
            : context;
}
