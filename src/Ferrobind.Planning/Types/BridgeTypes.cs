using Ferrobind.Api;
using Ferrobind.Planning.Monomorphisation;

namespace Ferrobind.Planning.Types;

/// <summary>
/// Writes types as the bridge has to write them: by public paths, with every lifetime the same one. The compiler judges what this
/// cannot know. Keys of types are written likewise, without lifetimes.
/// </summary>
internal sealed class BridgeTypes
{
    // Those of the prelude, which need no path.
    private static readonly Dictionary<string, string> Prelude = new(StringComparer.Ordinal)
    {
        ["alloc::string::String"] = "String",
        ["alloc::vec::Vec"] = "Vec",
        ["core::option::Option"] = "Option",
        ["core::result::Result"] = "Result",
        ["alloc::boxed::Box"] = "Box",
    };

    // What the bridge has itself: the crate has no such name.
    private const string Own = "ferrobind";

    /// <summary>What the bridge serialises and deserialises, whatever that is.</summary>
    public static PathType Json { get; } = new(new Definition(Own, $"{Own}::Json", ItemKind.Enum), []);

    /// <summary>The same type, where it is serialised only.</summary>
    public static PathType AnyJson { get; } = new(new Definition(Own, $"{Own}::AnyJson", ItemKind.Enum), []);

    private static readonly BridgeTypes ByDefinition = new(definition => definition.Path);

    private readonly Func<Definition, string> _path;
    private readonly Dictionary<string, ApiItem> _items = new(StringComparer.Ordinal);

    public BridgeTypes(CrateApi api)
    {
        foreach (var item in api.Items.Where(i => i is StructItem or EnumItem))
            _items.TryAdd(item.Definition.Path, item);
        var known = api.Items
            .Where(i => i is StructItem or EnumItem or TraitItem)
            .GroupBy(i => i.Definition.Path, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Path, StringComparer.Ordinal);
        _path = definition => known.TryGetValue(definition.Path, out var path) ? "::" + path : Foreign(definition);
    }

    private BridgeTypes(Func<Definition, string> path) => _path = path;

    /// <summary>The type by where it is defined: the same for every crate that offers it.</summary>
    public static string Identity(TypeRef type) => ByDefinition.Of(type, "'_");

    /// <summary>The key of an instantiation: its public path, with the arguments that tell it from others.</summary>
    public string Key(ApiItem item, PathType complete) => item.Path + Arguments(GenericArguments.Telling(item, complete), null);

    /// <summary>The type, with each of its lifetimes replaced, or left out where it is null.</summary>
    public string Of(TypeRef type, string? lifetime) => type switch
    {
        PathType path => _path(path.Definition) + Arguments(Said(path), lifetime),
        TupleType { Elements: [var single] } => $"({Of(single, lifetime)},)",
        TupleType tuple => $"({string.Join(", ", tuple.Elements.Select(e => Of(e, lifetime)))})",
        SliceType slice => $"[{Of(slice.Element, lifetime)}]",
        ArrayType array => $"[{Of(array.Element, lifetime)}; {array.Length}]",
        ReferenceType reference =>
            $"&{(lifetime is null or "'_" ? "" : lifetime + " ")}{(reference.IsMutable ? "mut " : "")}{Pointee(reference.Target, lifetime)}",
        DynTraitType dyn => "dyn " + string.Join(" + ", dyn.Traits.Select(t => Of(t, lifetime)).Append(Bound(dyn, lifetime)).OfType<string>()),
        _ => RustSyntax.Of(type),
    };

    // A default may be of a crate that the bridge cannot name.
    private IEnumerable<GenericArgument> Said(PathType type) =>
        _items.TryGetValue(type.Definition.Path, out var item) && type.Arguments.Count(a => a is not LifetimeArgument)
            == GenericArguments.Of(item).Parameters.Count(p => p is not LifetimeParameter)
                ? type.Arguments.Where(a => a is LifetimeArgument).Concat(GenericArguments.Telling(item, type))
                : type.Arguments;

    // What is left out would be the lifetime of a reference around it.
    private static string? Bound(DynTraitType type, string? lifetime) => lifetime is null ? null : TraitObjects.Borrows(type) ? lifetime : "'static";

    private string Pointee(TypeRef type, string? lifetime) => type is DynTraitType ? $"({Of(type, lifetime)})" : Of(type, lifetime);

    /// <summary>A trait, with its arguments.</summary>
    public string Of(TraitRef trait, string? lifetime)
    {
        var bindings = string.Join(", ", trait.Bindings.Where(b => b.Type is not null).Select(b => $"{b.Name} = {Of(b.Type!, lifetime)}"));
        var arguments = Arguments(trait.Arguments, lifetime);
        return _path(trait.Definition) + (bindings.Length == 0 ? arguments : arguments.Length == 0 ? $"<{bindings}>" : $"{arguments[..^1]}, {bindings}>");
    }

    private string Arguments(IEnumerable<GenericArgument> arguments, string? lifetime)
    {
        var text = string.Join(", ", arguments.Where(a => lifetime is not null || a is not LifetimeArgument).Select(argument => argument switch
        {
            LifetimeArgument => lifetime!,
            TypeArgument inner => Of(inner.Type, lifetime),
            ConstArgument constant => constant.Expression,
            _ => throw new ArgumentOutOfRangeException(nameof(arguments), argument, "not a generic argument"),
        }));
        return text.Length == 0 ? "" : $"<{text}>";
    }

    // What is not the crate's own.
    private static string Foreign(Definition definition) =>
        Prelude.TryGetValue(definition.Path, out var plain) ? plain
        : definition.Crate == Own ? "crate::json::Json"
        : definition.Crate is "core" or "alloc" or "std" ? Std(definition.Path.Split("::"))
        : "::" + definition.Path;

    // std's types are defined in private modules and public in the first of them: core::ops::range::Range is std::ops::Range.
    private static string Std(string[] path) =>
        path is [_, "sync", "atomic" or "mpsc", ..] or [_, "os", ..]
            ? "::std::" + string.Join("::", path[1..])
            : $"::std::{path[1]}::{path[^1]}";
}
