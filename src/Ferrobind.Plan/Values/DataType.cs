using System.Collections.Immutable;

namespace Ferrobind.Plan;

/// <summary>
/// A type of data, as the languages see it: what Rust wraps it in (<c>Box</c>, <c>Rc</c>, <c>Arc</c>, <c>Cow</c>, <c>Wrapping</c>, <c>NonZero</c>) is gone,
/// and the bridge puts it back. docs/wire.md has the bytes of each. The set of derived records is closed.
/// </summary>
public abstract record DataType;

/// <summary>A scalar; 128-bit ones and <c>char</c> included.</summary>
public sealed record ScalarValue(ScalarKind Kind) : DataType
{
    /// <summary>Rust refuses zero.</summary>
    public bool IsNonZero { get; init; }
}

/// <summary>Text: <c>String</c>, <c>&amp;str</c>, <c>Box&lt;str&gt;</c> …</summary>
public sealed record TextValue : DataType;

/// <summary><c>()</c>: nothing on the wire. Also <c>PhantomData</c>, which is no field at all.</summary>
public sealed record UnitValue : DataType;

/// <summary>A type without values, <c>Infallible</c> or <c>!</c>: only ever the other side of a <c>Result</c>.</summary>
public sealed record NeverValue : DataType;

/// <summary><c>Option&lt;T&gt;</c></summary>
public sealed record OptionValue(DataType Inner) : DataType;

/// <summary><c>Result&lt;T, E&gt;</c> as data, inside of something else.</summary>
public sealed record ResultValue(DataType Ok, DataType Error) : DataType;

/// <summary>A sequence: <c>Vec</c>, <c>VecDeque</c>, slices; and <c>BTreeSet</c>, which is sorted.</summary>
public sealed record ListValue(DataType Element) : DataType;

/// <summary><c>[T; N]</c>: no length on the wire.</summary>
public sealed record ArrayValue(DataType Element, int Length) : DataType;

/// <summary><c>HashSet&lt;T&gt;</c>; the element can be a key in every language, else the plan has a list.</summary>
public sealed record SetValue(DataType Element) : DataType;

/// <summary>
/// A map whose key can be one in every language. Ordered for <c>BTreeMap</c>: Go then gets a slice of entries, C# an
/// <c>OrderedDictionary</c>; else a Go <c>map</c> and a <c>Dictionary</c>. A map with another key is a list of pairs.
/// </summary>
public sealed record MapValue(DataType Key, DataType Value, bool IsOrdered) : DataType;

/// <summary>A tuple of 2 to 12 elements; one of 1 is its element, one of none is the unit.</summary>
public sealed record TupleValue(ImmutableArray<DataType> Elements) : DataType;

/// <summary>A range over scalars or other values; both ends are on the wire where the kind has them.</summary>
public sealed record RangeValue(RangeKind Kind, DataType Bound) : DataType;

/// <summary><c>Bound&lt;T&gt;</c>: included, excluded, unbounded.</summary>
public sealed record BoundValue(DataType Inner) : DataType;

/// <summary>A type of the standard library that each language has a type of its own for.</summary>
public sealed record StdValue(StdKind Kind) : DataType;

/// <summary>A record or an enum of the plan, by its <see cref="TypePlan.Key"/>.</summary>
public sealed record NamedValue(string Key) : DataType;

/// <summary>
/// A handle inside of other data: its number, as a u64. The key names a <see cref="HandlePlan"/>. Who reads it owns it.
/// </summary>
public sealed record HandleValue(string Key) : DataType;

/// <summary>Rust's ranges: <c>a..b</c>, <c>a..=b</c>, <c>a..</c>, <c>..b</c>, <c>..=b</c>.</summary>
public enum RangeKind { Range, RangeInclusive, RangeFrom, RangeTo, RangeToInclusive }

/// <summary>Types of the standard library with a counterpart in Go and .NET.</summary>
public enum StdKind
{
    /// <summary>Go: <c>time.Duration</c>; C#: <c>TimeSpan</c>. One that does not fit is an error, whichever way it goes.</summary>
    Duration,

    /// <summary>Go: <c>time.Time</c>; C#: <c>DateTimeOffset</c>. One that does not fit is an error; below 100 ns C# cuts off.</summary>
    SystemTime,

    /// <summary>
    /// How far from now: a clock that only goes on has no date. Go: <c>time.Time</c>; C#: <c>DateTimeOffset</c>. Each way takes the time of the call.
    /// </summary>
    Instant,

    /// <summary><c>PathBuf</c>, <c>OsString</c>: bytes on the wire. Go: <c>string</c>; C#: <c>string</c>, and what is not UTF-8 is an error.</summary>
    OsText,

    /// <summary>Go: <c>netip.Addr</c>; C#: <c>IPAddress</c>; the other family is an error.</summary>
    Ipv4Addr, Ipv6Addr, IpAddr,

    /// <summary>Go: <c>netip.AddrPort</c>; C#: <c>IPEndPoint</c>; the other family is an error.</summary>
    SocketAddrV4, SocketAddrV6, SocketAddr,

    /// <summary>−1, 0 or 1. Go: <c>int</c>; C#: <c>int</c>.</summary>
    Ordering,

    /// <summary>
    /// What stands for a type that a function deserialises, or both: text on the wire, which is JSON. Go: <c>json.RawMessage</c>; C#:
    /// <c>JsonElement</c>.
    /// </summary>
    Json,

    /// <summary>What stands for a type that a function serialises: the same on the wire. Go: <c>any</c>; C#: <c>JsonNode</c>.</summary>
    AnyJson,
}
