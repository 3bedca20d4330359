using Ferrobind.Api;
using Ferrobind.Planning.Monomorphisation;

namespace Ferrobind.Planning.Types;

/// <summary>
/// The types of which the API lends or borrows values: by a reference in a signature, as a receiver, or as a field that can be seen
/// of a value that stays in Rust. Where one has handles inside of it, a reference to it could only be one to a copy with other values; so it
/// stays in Rust itself.
/// </summary>
internal sealed class BorrowedTypes
{
    private readonly HashSet<string> _borrowed = new(StringComparer.Ordinal);

    /// <param name="hasDrop">Whether a type has a destructor of its own.</param>
    public BorrowedTypes(CrateApi api, Func<Definition, bool> hasDrop)
    {
        var traits = api.Items.OfType<TraitItem>().ToDictionary(t => t.Definition.Path, StringComparer.Ordinal);
        foreach (var function in api.Items.OfType<FunctionItem>())
            Signature(function.Signature, null);
        foreach (var trait in traits.Values)
            Methods(trait.Items, null);
        foreach (var block in api.Impls.Where(i => i is { IsSynthetic: false, IsBlanket: false }))
        {
            // What other crates' traits do with references is seldom more than a language of its own does with data.
            if (block.Trait is null)
                Methods(block.Items, block.For);
            else if (traits.TryGetValue(block.Trait.Definition.Path, out var own))
                Methods(own.Items, block.For);
        }

        var fields = api.Items.ToLookup(i => i.Definition.Path, Fields, StringComparer.Ordinal);
        foreach (var item in api.Items.OfType<StructItem>().Where(s => s.Fields.HasHidden || s.IsNonExhaustive || hasDrop(s.Definition)))
            _borrowed.Add(item.Definition.Path);
        for (var open = new Queue<string>(_borrowed); open.TryDequeue(out var path);)
        {
            foreach (var field in fields[path].SelectMany(all => all))
                Mentioned(field, type =>
                {
                    if (_borrowed.Add(type))
                        open.Enqueue(type);
                });
        }
    }

    public bool Contains(Definition definition) => _borrowed.Contains(definition.Path);

    private static IEnumerable<TypeRef> Fields(ApiItem item) => item switch
    {
        StructItem data => data.Fields.Fields.Select(f => f.Type),
        EnumItem data => data.Variants.SelectMany(v => v.Fields.Fields).Select(f => f.Type),
        _ => [],
    };

    private void Methods(AssociatedItems items, TypeRef? self)
    {
        foreach (var method in items.Methods)
            Signature(method.Signature, self);
    }

    private void Signature(FunctionSignature signature, TypeRef? self)
    {
        foreach (var type in signature.Inputs.Select(p => p.Type).Append(signature.Output))
            References(type, self);
    }

    private void References(TypeRef type, TypeRef? self)
    {
        if (type is ReferenceType reference)
        {
            Mentioned(reference.Target, path => _borrowed.Add(path));
            if (self is not null && reference.Target.Contains<GenericType>(out var generic) && generic.Name == "Self")
                Mentioned(self, path => _borrowed.Add(path));
        }

        Parts(type, part => References(part, self));
    }

    private static void Mentioned(TypeRef type, Action<string> seen)
    {
        if (type is PathType path)
            seen(path.Definition.Path);
        Parts(type, part => Mentioned(part, seen));
    }

    private static void Parts(TypeRef type, Action<TypeRef> visit) => type.WithParts(part =>
    {
        visit(part);
        return part;
    });
}
