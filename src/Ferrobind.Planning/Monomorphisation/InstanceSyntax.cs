using System.Collections.Immutable;
using Ferrobind.Api;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>
/// Reads a type as a user writes it in <c>instantiate</c>: <c>IndexMap&lt;String, Vec&lt;u32&gt;&gt;</c>. Names are those of the crate's types and aliases,
/// by name or by path, of Rust's prelude and of its primitives.
/// </summary>
internal sealed class InstanceSyntax(CrateApi api)
{
    private static readonly Dictionary<string, Definition> Prelude = new(StringComparer.Ordinal)
    {
        ["String"] = new("alloc", "alloc::string::String", ItemKind.Struct),
        ["Vec"] = new("alloc", "alloc::vec::Vec", ItemKind.Struct),
        ["Box"] = new("alloc", "alloc::boxed::Box", ItemKind.Struct),
        ["Option"] = new("core", "core::option::Option", ItemKind.Enum),
    };

    private static readonly HashSet<string> Primitives =
    [
        "bool", "char", "str", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize", "f32", "f64",
    ];

    private string _text = "";
    private int _at;

    /// <summary>The type, or null where the text is none that is known.</summary>
    public TypeRef? Read(string text)
    {
        (_text, _at) = (text.Trim(), 0);
        var type = Type();
        return type is not null && _at == _text.Length ? type : null;
    }

    private TypeRef? Type()
    {
        if (Take('&'))
            return Type() is { } target ? new ReferenceType(null, false, target) : null;
        if (Take('('))
            return List(')') is { } elements && elements.All(e => e is TypeArgument)
                ? new TupleType([.. elements.Cast<TypeArgument>().Select(e => e.Type)])
                : null;
        if (Take('['))
            return Array();
        var name = Name();
        var arguments = Take('<') ? List('>') : [];
        return arguments is null ? null : Named(name, [.. arguments]);
    }

    private TypeRef? Array()
    {
        if (Type() is not { } element)
            return null;
        if (Take(']'))
            return new SliceType(element);
        if (!Take(';'))
            return null;
        var length = Name();
        return Take(']') ? new ArrayType(element, length) : null;
    }

    private TypeRef? Named(string name, ImmutableArray<GenericArgument> arguments)
    {
        var path = name.TrimStart(':');
        var items = api.Items.OrderBy(i => i.Path.Length).Where(i => i.Path == path || i.Path == $"{api.Name}::{path}" || i.Name == path).ToArray();
        return items.FirstOrDefault(i => i is StructItem or EnumItem) is { } item ? new PathType(item.Definition, arguments)
            : items.OfType<TypeAliasItem>().FirstOrDefault() is { } alias ? Behind(alias, arguments)
            : Prelude.TryGetValue(path, out var std) ? new PathType(std, arguments)
            : Primitives.Contains(path) && arguments.IsEmpty ? new PrimitiveType(path)
            : null;
    }

    // What is left out is the default, which may be one of those before it.
    private static TypeRef? Behind(TypeAliasItem alias, ImmutableArray<GenericArgument> arguments)
    {
        var given = Bindings.Empty.With(alias.Generics.Parameters, arguments);
        foreach (var parameter in alias.Generics.Parameters.Where(p => p is not LifetimeParameter).Skip(arguments.Length))
        {
            if (parameter is TypeParameter { Default: { } type })
                given = given.With(parameter.Name, Substitution.Apply(type, given));
            else if (parameter is ConstParameter { Default: { } expression })
                given = given.WithConstant(parameter.Name, expression);
            else
                return null;
        }

        return Substitution.Apply(alias.Type, given);
    }

    private List<GenericArgument>? List(char end)
    {
        var all = new List<GenericArgument>();
        while (!Take(end))
        {
            Space();
            if (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
                all.Add(new ConstArgument(Name()));
            else if (Type() is { } type)
                all.Add(new TypeArgument(type));
            else
                return null;
            if (!Take(',') && !(_at < _text.Length && _text[_at] == end))
                return null;
        }

        return all;
    }

    private string Name()
    {
        Space();
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or ':'))
            _at++;
        var name = _text[start.._at];
        Space();
        return name;
    }

    private bool Take(char c)
    {
        Space();
        if (_at >= _text.Length || _text[_at] != c)
            return false;
        _at++;
        Space();
        return true;
    }

    private void Space()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
    }
}
