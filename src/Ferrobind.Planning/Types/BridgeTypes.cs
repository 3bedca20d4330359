using Ferrobind.Api;

namespace Ferrobind.Planning.Types;

/// <summary>
/// Writes types as the bridge has to write them: by public paths, with every lifetime the same one. The compiler judges what this
/// cannot know.
/// </summary>
internal sealed class BridgeTypes(CrateApi api)
{
    // Where std's types are public, if not there where they are defined.
    private static readonly Dictionary<string, string> Std = new(StringComparer.Ordinal)
    {
        ["alloc::string::String"] = "String",
        ["alloc::vec::Vec"] = "Vec",
        ["alloc::vec::into_iter::IntoIter"] = "::std::vec::IntoIter",
        ["core::option::Option"] = "Option",
        ["core::result::Result"] = "Result",
        ["alloc::boxed::Box"] = "Box",
        ["alloc::collections::btree::map::BTreeMap"] = "::std::collections::BTreeMap",
        ["alloc::collections::btree::set::BTreeSet"] = "::std::collections::BTreeSet",
        ["alloc::collections::vec_deque::VecDeque"] = "::std::collections::VecDeque",
        ["alloc::collections::binary_heap::BinaryHeap"] = "::std::collections::BinaryHeap",
        ["alloc::collections::linked_list::LinkedList"] = "::std::collections::LinkedList",
        ["std::collections::hash::map::HashMap"] = "::std::collections::HashMap",
        ["std::collections::hash::set::HashSet"] = "::std::collections::HashSet",
        ["std::hash::random::RandomState"] = "::std::hash::RandomState",
        ["std::collections::hash::map::RandomState"] = "::std::hash::RandomState",
        ["core::hash::BuildHasherDefault"] = "::std::hash::BuildHasherDefault",
        ["std::ffi::os_str::OsString"] = "::std::ffi::OsString",
        ["std::ffi::os_str::OsStr"] = "::std::ffi::OsStr",
        ["core::num::nonzero::NonZero"] = "::std::num::NonZero",
        ["core::num::wrapping::Wrapping"] = "::std::num::Wrapping",
        ["core::net::ip_addr::IpAddr"] = "::std::net::IpAddr",
        ["core::net::ip_addr::Ipv4Addr"] = "::std::net::Ipv4Addr",
        ["core::net::ip_addr::Ipv6Addr"] = "::std::net::Ipv6Addr",
        ["core::net::socket_addr::SocketAddr"] = "::std::net::SocketAddr",
        ["core::ops::range::Range"] = "::std::ops::Range",
        ["core::ops::range::RangeInclusive"] = "::std::ops::RangeInclusive",
        ["core::ops::range::Bound"] = "::std::ops::Bound",
    };

    private readonly Dictionary<string, string> _public = api.Items
        .Where(i => i is StructItem or EnumItem or TraitItem)
        .GroupBy(i => i.Definition.Path, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First().Path, StringComparer.Ordinal);

    /// <summary>The type, with each of its lifetimes replaced.</summary>
    public string Of(TypeRef type, string lifetime) => type switch
    {
        PathType path => Path(path.Definition) + Arguments(path.Arguments, lifetime),
        TupleType { Elements: [var single] } => $"({Of(single, lifetime)},)",
        TupleType tuple => $"({string.Join(", ", tuple.Elements.Select(e => Of(e, lifetime)))})",
        SliceType slice => $"[{Of(slice.Element, lifetime)}]",
        ArrayType array => $"[{Of(array.Element, lifetime)}; {array.Length}]",
        ReferenceType reference =>
            $"&{(lifetime == "'_" ? "" : lifetime + " ")}{(reference.IsMutable ? "mut " : "")}{Of(reference.Target, lifetime)}",
        _ => RustSyntax.Of(type),
    };

    /// <summary>A trait, with its arguments.</summary>
    public string Of(TraitRef trait, string lifetime) => Path(trait.Definition) + Arguments(trait.Arguments, lifetime);

    private string Arguments(IEnumerable<GenericArgument> arguments, string lifetime)
    {
        var text = string.Join(", ", arguments.Select(argument => argument switch
        {
            LifetimeArgument => lifetime,
            TypeArgument inner => Of(inner.Type, lifetime),
            ConstArgument constant => constant.Expression,
            _ => throw new ArgumentOutOfRangeException(nameof(arguments), argument, "not a generic argument"),
        }));
        return text.Length == 0 ? "" : $"<{text}>";
    }

    private string Path(Definition definition) =>
        _public.TryGetValue(definition.Path, out var known) ? "::" + known
        : Std.TryGetValue(definition.Path, out var std) ? std
        : definition.Crate is "core" or "alloc" or "std"
            ? "::std" + definition.Path[definition.Path.IndexOf("::", StringComparison.Ordinal)..]
        : "::" + definition.Path;
}
