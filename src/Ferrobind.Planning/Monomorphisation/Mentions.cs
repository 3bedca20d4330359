using Ferrobind.Api;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>With which types, in the places of their parameters, the API mentions its own: in signatures, aliases and impls.</summary>
internal sealed class Mentions
{
    private readonly Dictionary<string, ApiItem> _items;

    // By parameter, Grid::T, and by its name alone.
    private readonly Dictionary<string, List<TypeRef>> _found = new(StringComparer.Ordinal);

    public Mentions(CrateApi api)
    {
        _items = api.Items.Where(i => i is StructItem or EnumItem).ToDictionary(i => i.Definition.Path, StringComparer.Ordinal);
        foreach (var type in Types(api))
            Look(type);
    }

    /// <summary>What the parameter of the type is, the most frequent first; a wide float before other numbers.</summary>
    public IEnumerable<TypeRef> Of(ApiItem item, string parameter) => Ranked($"{item.Definition.Path}::{parameter}");

    /// <summary>The same, of parameters that have the name, whatever they are of: in one crate, it means one thing.</summary>
    public IEnumerable<TypeRef> Of(string parameter) => Ranked(parameter);

    private IEnumerable<TypeRef> Ranked(string key) => _found.TryGetValue(key, out var types)
        ? types.GroupBy(RustSyntax.Of, StringComparer.Ordinal)
            .OrderByDescending(g => g.Key == "f64" && Scalars.Of(types[0]) is not null).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.First())
        : [];

    private static IEnumerable<TypeRef> Types(CrateApi api) =>
        api.Items.SelectMany(item => item switch
        {
            FunctionItem function => Types(function.Signature),
            TypeAliasItem alias => [alias.Type],
            _ => [],
        }).Concat(api.Impls.Where(i => i is { IsNegative: false, IsSynthetic: false, IsBlanket: false })
            .SelectMany(i => i.Items.Methods.SelectMany(m => Types(m.Signature)).Append(i.For).Concat(i.Trait?.Arguments.OfType<TypeArgument>().Select(a => a.Type) ?? [])));

    private static IEnumerable<TypeRef> Types(FunctionSignature signature) => signature.Inputs.Select(i => i.Type).Append(signature.Output);

    private TypeRef Look(TypeRef type)
    {
        if (type is PathType path && _items.TryGetValue(path.Definition.Path, out var item))
        {
            foreach (var (parameter, argument) in GenericArguments.Of(item).Parameters.Where(p => p is not LifetimeParameter)
                .Zip(path.Arguments.Where(a => a is not LifetimeArgument)))
            {
                if (argument is TypeArgument { Type: var said } && GenericArguments.IsOne(said))
                {
                    Add($"{item.Definition.Path}::{parameter.Name}", said);
                    Add(parameter.Name, said);
                }
            }
        }

        return type.WithParts(Look);
    }

    private void Add(string key, TypeRef type)
    {
        if (!_found.TryGetValue(key, out var types))
            _found.Add(key, types = []);
        types.Add(type);
    }
}
