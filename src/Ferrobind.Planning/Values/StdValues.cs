using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Values;

/// <summary>Types of the standard library that each language has its own type for.</summary>
internal static class StdValues
{
    public static DataType? Plan(TypeRef type, ValuePlanner planner)
    {
        var inside = type is ReferenceType { IsMutable: false } reference ? reference.Target : type;
        if (inside.IsUnit() || inside.Is("core::marker::PhantomData"))
            return new UnitValue();
        if (inside is PrimitiveType { Name: "never" } || inside.Is("core::convert::Infallible"))
            return new NeverValue();
        return inside is PathType path && Kind(path.Definition.Path) is { } kind ? new StdValue(kind) : null;
    }

    private static StdKind? Kind(string path) => path switch
    {
        "core::time::Duration" => StdKind.Duration,
        "std::time::SystemTime" => StdKind.SystemTime,
        "std::time::Instant" => StdKind.Instant,
        "std::path::PathBuf" or "std::path::Path" or "std::ffi::os_str::OsString" or "std::ffi::os_str::OsStr" =>
            StdKind.OsText,
        "core::net::ip_addr::Ipv4Addr" => StdKind.Ipv4Addr,
        "core::net::ip_addr::Ipv6Addr" => StdKind.Ipv6Addr,
        "core::net::ip_addr::IpAddr" => StdKind.IpAddr,
        "core::net::socket_addr::SocketAddrV4" => StdKind.SocketAddrV4,
        "core::net::socket_addr::SocketAddrV6" => StdKind.SocketAddrV6,
        "core::net::socket_addr::SocketAddr" => StdKind.SocketAddr,
        "core::cmp::Ordering" => StdKind.Ordering,
        _ when path == BridgeTypes.Json.Definition.Path => StdKind.Json,
        _ when path == BridgeTypes.AnyJson.Definition.Path => StdKind.AnyJson,
        _ => null,
    };
}
