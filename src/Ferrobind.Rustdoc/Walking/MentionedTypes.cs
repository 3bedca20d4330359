using Ferrobind.Api;
using Ferrobind.Rustdoc.Documents;
using Ferrobind.Rustdoc.Types;

namespace Ferrobind.Rustdoc.Walking;

/// <summary>
/// The types of other crates that the crate's functions take and give, and that it does not offer itself: who calls those functions
/// names the other crate. So they have that crate's public paths. What their own functions mention is not followed further.
/// </summary>
internal static class MentionedTypes
{
    /// <param name="items">What the crate offers.</param>
    /// <param name="impls">The impls of that.</param>
    /// <param name="library">Learns which crates are missing.</param>
    public static IReadOnlyList<Reached> Of(IReadOnlyCollection<ApiItem> items, IEnumerable<ImplBlock> impls, CrateLibrary library)
    {
        var offered = items.Select(item => item.Definition).ToHashSet();
        var paths = new Dictionary<CrateDocument, Dictionary<Definition, string>>();
        var found = new List<Reached>();
        foreach (var definition in Words(items, impls).Select(word => word.Definition).OfType<Definition>().Where(IsType).Distinct())
        {
            if (offered.Contains(definition) || definition.Crate == library.Root.Name || StdDefinitions.IsStd(definition.Crate)
                || library.Find(definition, library.Root, ForeignUse.Mention) is not KnownTarget target)
            {
                continue;
            }

            if (!paths.TryGetValue(target.Document, out var known))
                paths[target.Document] = known = PathsOf(target.Document, library);
            if (!known.TryGetValue(definition, out var path))
                continue;
            var reached = new Reached(target);
            reached.By(PublicPath.Parse(path));
            found.Add(reached);
        }

        return found;
    }

    private static bool IsType(Definition definition) => definition.Kind is ItemKind.Struct or ItemKind.Enum;

    // As that crate's own users find them.
    private static Dictionary<Definition, string> PathsOf(CrateDocument document, CrateLibrary library)
    {
        var paths = new Dictionary<Definition, string>();
        foreach (var item in PublicWalk.Of(library.Rooted(document)))
            paths.TryAdd(item.Target.Definition, item.Path);
        return paths;
    }

    private static IEnumerable<TypeOutline.Word> Words(IReadOnlyCollection<ApiItem> items, IEnumerable<ImplBlock> impls)
    {
        var own = items.Select(item => item.Definition.Path).ToHashSet(StringComparer.Ordinal);
        return items.SelectMany(Words).Concat(impls
            .Where(impl => !impl.IsBlanket && TypeOutline.Of(impl.For).FirstOrDefault(w => w.Definition is not null).Definition is { } target && own.Contains(target.Path))
            .SelectMany(impl => impl.Trait is not { } trait || own.Contains(trait.Definition.Path) ? Words(impl.Items)
                : StdDefinitions.IsStd(trait.Definition.Crate) ? Results(impl.Items) : []));
    }

    // What a trait of the standard library gives: items of iterators, targets, sums. That something can be made of another crate's
    // type, or compared with it, is a reason for those who have one.
    private static IEnumerable<TypeOutline.Word> Results(AssociatedItems items) =>
        items.Types.Where(type => type.Name is not ("Err" or "Error")).Select(type => type.Type).OfType<TypeRef>().SelectMany(TypeOutline.Of);

    private static IEnumerable<TypeOutline.Word> Words(ApiItem item) => item switch
    {
        FunctionItem function => Words(function.Signature),
        ConstantItem constant => TypeOutline.Of(constant.Type),
        StaticItem value => TypeOutline.Of(value.Type),
        StructItem type => type.Fields.Fields.SelectMany(field => TypeOutline.Of(field.Type)),
        EnumItem type => type.Variants.SelectMany(v => v.Fields.Fields).SelectMany(field => TypeOutline.Of(field.Type)),
        TraitItem trait => Words(trait.Items),
        _ => [],
    };

    private static IEnumerable<TypeOutline.Word> Words(AssociatedItems items) =>
        items.Methods.SelectMany(method => Words(method.Signature))
            .Concat(Results(items))
            .Concat(items.Constants.SelectMany(constant => TypeOutline.Of(constant.Type)));

    // An error has a message wherever it is from; that is what crosses of it.
    private static IEnumerable<TypeOutline.Word> Words(FunctionSignature signature) =>
        signature.Inputs.Select(input => input.Type).Append(Succeeding(signature.Output)).SelectMany(TypeOutline.Of)
            .Concat(signature.Generics.Parameters.OfType<TypeParameter>().SelectMany(p => TypeOutline.Of(p.Bounds)))
            .Concat(signature.Generics.Where.OfType<TypePredicate>().SelectMany(p => TypeOutline.Of(p.Bounds)));

    private static TypeRef Succeeding(TypeRef output) =>
        output is PathType { Definition.Path: "core::result::Result", Arguments: [TypeArgument ok, ..] } ? ok.Type : output;
}
