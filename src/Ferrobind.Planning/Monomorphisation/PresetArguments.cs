using Ferrobind.Api;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>
/// What a parameter is that only stands where a type has a default: <c>S</c> of <c>&amp;HashMap&lt;K, V, S></c>. Other values of the type cannot be had.
/// </summary>
internal sealed class PresetArguments(CrateApi api)
{
    private readonly Dictionary<string, ApiItem> _items = api.Items.Where(i => i is StructItem or EnumItem)
        .ToDictionary(i => i.Definition.Path, StringComparer.Ordinal);

    /// <summary>The default, if one of the types has the parameter in its place; and it has none of its own.</summary>
    public TypeRef? Of(string parameter, IEnumerable<TypeRef> types)
    {
        TypeRef? found = null;
        foreach (var type in types)
            Find(type, parameter, ref found);
        return found;
    }

    private void Find(TypeRef type, string parameter, ref TypeRef? found)
    {
        if (type is PathType path && _items.TryGetValue(path.Definition.Path, out var item))
        {
            foreach (var (declared, argument) in GenericArguments.Of(item).Parameters.Where(p => p is not LifetimeParameter)
                .Zip(path.Arguments.Where(a => a is not LifetimeArgument)))
            {
                if (declared is TypeParameter { Default: { } preset } && argument is TypeArgument { Type: GenericType generic } && generic.Name == parameter
                    && !preset.Contains<GenericType>(out _))
                {
                    found ??= preset;
                }
            }
        }

        var inside = found;
        type.WithParts(part =>
        {
            Find(part, parameter, ref inside);
            return part;
        });
        found = inside;
    }
}
