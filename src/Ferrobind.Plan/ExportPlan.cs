using System.Collections.Immutable;

namespace Ferrobind.Plan;

/// <summary>One export of the library, and the function that wraps it in each language.</summary>
/// <param name="Symbol">The symbol: <c>fb_strsim_hamming</c>.</param>
/// <param name="RustPath">The public path of what it reaches: <c>strsim::hamming</c>.</param>
/// <param name="Target">What is at that path.</param>
/// <param name="CSharpClass">The static class it belongs to; names a <see cref="ModulePlan"/>.</param>
/// <param name="GoName">The Go function: <c>Hamming</c>.</param>
/// <param name="CSharpName">The C# method: <c>Hamming</c>.</param>
/// <param name="Parameters">The parameters in Rust's order.</param>
/// <param name="Result">How the value comes back (inside of <c>Ok</c>, where there is an error).</param>
/// <param name="Error">The error, where Rust returns <c>Result</c>; else null.</param>
public sealed record ExportPlan(
    string Symbol,
    string RustPath,
    ExportTarget Target,
    string CSharpClass,
    string GoName,
    string CSharpName,
    Documentation Docs,
    ImmutableArray<ParameterPlan> Parameters,
    ResultForm Result,
    ErrorPlan? Error)
{
    /// <summary>
    /// Of a method: the key of the type that it belongs to. It is then a member of that type in Go and in C#, and the
    /// first parameter is the receiver where <see cref="HasReceiver"/> says so; else it is an associated function.
    /// </summary>
    public string? Owner { get; init; }

    /// <summary>
    /// Of a trait's method: the trait as the bridge writes it, with its arguments (<c>::core::str::FromStr</c>). The call is then
    /// <c>&lt;T as Trait&gt;::name</c>.
    /// </summary>
    public string? Trait { get; init; }

    /// <summary>The type that it is called on, where that is no type of the plan: <c>str</c>, for the crate's own traits.</summary>
    public string? SelfType { get; init; }

    /// <summary>The type arguments of the call, where no argument says what they are: <c>::&lt;_, String&gt;</c>.</summary>
    public string? TypeArguments { get; init; }

    /// <summary>It reaches a constant or a static, and calls nothing.</summary>
    public bool IsValue => Target is ExportTarget.Value or ExportTarget.Place;

    /// <summary>The first parameter is <c>self</c>, in whatever form; it is named <c>self</c> in Rust.</summary>
    public bool HasReceiver { get; init; }

    /// <summary>
    /// The C# method beside one that throws, which says whether there was a value: <c>TryParse</c> for <c>Parse</c>, and for
    /// <c>ParseOrThrow</c>, which is called that because <c>Parse</c> is another one.
    /// </summary>
    public static string CSharpTryName(string throwing) =>
        "Try" + (throwing.EndsWith("OrThrow", StringComparison.Ordinal) ? throwing[..^"OrThrow".Length] : throwing);

    /// <summary>What the export is besides a function by its name, where it implements an idiom of the languages.</summary>
    public Idiom Idiom { get; init; }

    /// <summary>Of <see cref="Idiom.Variant"/>: which one, and what is done with it.</summary>
    public VariantAccess? Variant { get; init; }

    /// <summary>
    /// The parameters that the call changes (<c>&amp;mut T</c> of data), in order. They go in by wire, and their new values
    /// come back behind the result, which is then a <see cref="WireResult"/>; also behind a failure nothing comes back.
    /// </summary>
    public IEnumerable<ParameterPlan> InOut => Parameters.Where(p => p.IsInOut);

    /// <summary>The closures among the parameters: Rust calls back.</summary>
    public IEnumerable<ClosureParameter> Closures => Parameters.Select(p => p.Form).OfType<ClosureParameter>();

    /// <summary>
    /// The export takes a scratch block, into which a small owned result or an error is written: one crossing and
    /// no allocation on the Rust side, instead of two and one.
    /// </summary>
    public bool UsesScratch => Error is not null || Result.IsOwnedMemory || Parameters.Any(p => p.Form is WireParameter);

    /// <summary>
    /// The result borrows just what the receiver does, for a type that cannot be one of a shorter lifetime. What of the two it is, is the
    /// compiler's to say: it is asked for the other one if it refuses the first.
    /// </summary>
    public bool IsOfReceiver { get; init; }

    /// <summary>What becomes of the function's own result before it crosses.</summary>
    public ResultUse Use { get; init; }

    /// <summary>The closure that is called with the places that the function returns; the last parameter, which is not the function's.</summary>
    public ParameterPlan? Change => Use >= ResultUse.Change ? Parameters[^1] : null;

    /// <summary>It is an iterator that may borrow what the bridge made of an argument, and of what owns itself.</summary>
    public bool CanCollect =>
        Result is SequenceResult { Item: var item } && !DataParts.All(item).Any(part => part is HandleValue) && Parameters.Any(p => p.IsMade);

    /// <summary>The same function, with all items at once.</summary>
    public ExportPlan Collected() => Result is SequenceResult { IsOptional: var isOptional, Item: var item }
        ? this with
        {
            Result = new WireResult(isOptional ? new OptionValue(new ListValue(item)) : new ListValue(item)),
            Use = isOptional ? ResultUse.CollectOptional : ResultUse.Collect,
            Parameters = [.. Parameters.Select(p => p.Keep is Keep.Result ? p with { Keep = Keep.Call } : p)],
        }
        : throw new InvalidOperationException($"{Symbol} returns no sequence");

    /// <summary>Handles come in or go out: the call has leases to give back.</summary>
    public bool UsesHandles => Parameters.Any(p => p.Form.HoldsHandles()) || Result is HandleResult or SequenceResult or WireResult { HasHandles: true };

    /// <summary>There is a second export for the same function, <see cref="DirectSymbol"/>, which declines what it would have to explain.</summary>
    public bool HasDirectTwin { get; init; }

    /// <summary>The direct export: <c>fbd_strsim_hamming</c>.</summary>
    public string DirectSymbol => "fbd_" + Symbol["fb_".Length..];

    /// <summary>It makes a handle of that type of texts or slices.</summary>
    public bool MakesOfViews(string key) =>
        Result is HandleResult { MayBeReceiver: false } result && result.Key == key && Parameters.Any(p => p.Form is TextParameter or SliceParameter);

    /// <summary>The result may point into an argument, which must therefore stay alive until it is copied.</summary>
    public bool BorrowsFromArguments => Result.MayBorrow && Parameters.Any(p => p.Form.IsMemory);
}

/// <summary>What an export does with what the function returns.</summary>
public enum ResultUse
{
    /// <summary>It crosses.</summary>
    Whole,

    /// <summary>It is an iterator: how many items it has.</summary>
    Count,

    /// <summary>It is an iterator over what the bridge made for the call: all items, at once.</summary>
    Collect,

    /// <summary>The same of <c>Option</c>.</summary>
    CollectOptional,

    /// <summary><c>&amp;mut T</c> of data: a closure of the caller's has it.</summary>
    Change,

    /// <summary><c>Option&lt;&amp;mut T></c>: the closure has it if it is there, and the result says whether it was.</summary>
    ChangeOptional,

    /// <summary>An iterator over such places: the closure has each.</summary>
    ChangeEach,

    /// <summary>An iterator over pairs, whose second part is such a place.</summary>
    ChangePairs,
}

/// <summary>What an export reaches.</summary>
public enum ExportTarget
{
    /// <summary>It calls the function.</summary>
    Function,

    /// <summary>It reads the constant or the immutable static; there are no parameters.</summary>
    Value,

    /// <summary>It borrows the immutable static, which stays where it is; there are no parameters.</summary>
    Place,
}

/// <summary>One parameter, in the terms of each language; names are unique in their function and no keywords.</summary>
/// <param name="RustName">Used in messages: as the crate's author named it.</param>
/// <param name="CName">The parameter in C and in the bridge; the parts of one have suffixes: <c>text_len</c>.</param>
/// <param name="Form">How it crosses.</param>
/// <param name="Conversion">How the bridge makes the crate's own type of it.</param>
public sealed record ParameterPlan(
    string RustName, string CName, string GoName, string CSharpName, ParameterForm Form, RustConversion Conversion)
{
    /// <summary>The caller's value is replaced by what the call makes of it.</summary>
    public bool IsInOut { get; init; }

    /// <summary>The type as the bridge writes it, where the function would take any of several; else null.</summary>
    public string? ExplicitType { get; init; }

    /// <summary>How long it must be there: the bridge's concern alone.</summary>
    public Keep Keep { get; init; }

    /// <summary>Rust gets a reference to a value that the bridge made for the call.</summary>
    public bool IsMade => Conversion is RustConversion.ReferenceToOwned or RustConversion.ReferenceToSlice
            or RustConversion.OptionalReference or RustConversion.OptionalSlice
        || Conversion is RustConversion.Reference && Form is WireParameter or NamedParameter or RecordSliceParameter { IsInPlace: false };
}

/// <summary>
/// From what crosses (a scalar, <c>&amp;str</c>, <c>&amp;[T]</c>, or an <c>Option</c> of one) to what the Rust function takes.
/// </summary>
public enum RustConversion
{
    /// <summary>As it is; a type parameter bound by <c>AsRef</c> or <c>Into</c> takes it as it is, too.</summary>
    Pass,

    /// <summary><c>.into()</c>: <c>String</c>, <c>Box&lt;str&gt;</c>, <c>Cow</c>, <c>Vec&lt;T&gt;</c>, <c>Arc&lt;[T]&gt;</c> … (mapped inside an <c>Option</c>).</summary>
    Into,

    /// <summary>A reference to it: <c>&amp;T where T: AsRef&lt;str&gt;</c>, <c>&amp;u32</c>.</summary>
    Reference,

    /// <summary>A reference to an owned copy of a text or a slice: <c>&amp;String</c>, <c>&amp;Vec&lt;T&gt;</c>.</summary>
    ReferenceToOwned,

    /// <summary>A mutable reference to what was read; its new value goes back (<see cref="ParameterPlan.IsInOut"/>).</summary>
    MutableReference,

    /// <summary>A vector of what a slice has, where the function would take any list.</summary>
    ToVec,

    /// <summary>An iterator over what a slice or a vector has.</summary>
    IntoIter,

    /// <summary>A slice of what was read as a vector: <c>&amp;[T]</c> where the elements go by wire.</summary>
    ReferenceToSlice,

    /// <summary>An <c>Option</c> of a reference to what was read: <c>Option&lt;&amp;T&gt;</c>.</summary>
    OptionalReference,

    /// <summary>An <c>Option</c> of a slice of what was read: <c>Option&lt;&amp;[T]&gt;</c>.</summary>
    OptionalSlice,

    /// <summary>A mutable slice of what was read; its new elements go back.</summary>
    MutableSlice,

    /// <summary>In a <c>Box</c>.</summary>
    Boxed,

    /// <summary>A reference to it that is there for the rest of the program: <c>&amp;'static T</c>. Each distinct value is kept once.</summary>
    Interned,
}

/// <summary>An idiom of the languages that an export implements.</summary>
public enum Idiom
{
    None,

    /// <summary><c>Default</c>: Go <c>DefaultT()</c>, C# static <c>Default</c>.</summary>
    Default,

    /// <summary><c>Display</c>: Go <c>String()</c>, C# <c>ToString()</c>.</summary>
    Display,

    /// <summary>Binary operators: methods in Go, operators in C#; the receiver is the left side.</summary>
    Add, Sub, Mul, Div, Rem, BitAnd, BitOr, BitXor,

    /// <summary>Unary operators.</summary>
    Neg, Not,

    /// <summary>
    /// A constructor: an associated function <c>new</c> of a handle type, which returns it. Go <c>NewT</c>; C# a constructor that
    /// throws, and <c>TryCreate</c> where there is an error.
    /// </summary>
    New,

    /// <summary><c>Debug</c>, as text: Go <c>GoString()</c>; C# the debugger's display.</summary>
    Debug,

    /// <summary><c>Clone</c> of a handle: Go <c>Clone()</c>, C# <c>Clone()</c>.</summary>
    Clone,

    /// <summary><c>PartialEq</c> of a handle with its own type, a bool: Go <c>Equal(other)</c>; C# <c>Equals</c>, and <c>==</c>, <c>!=</c> with <c>Eq</c>.</summary>
    Equal,

    /// <summary><c>Hash</c>, a u64: Go <c>Hash()</c>, C# <c>GetHashCode()</c>. There only where <c>Eq</c> is, too.</summary>
    Hash,

    /// <summary><c>Ord</c>, an <c>Ordering</c>: Go <c>Compare(other) int</c>; C# <c>IComparable&lt;T&gt;</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>.</summary>
    Compare,

    /// <summary><c>FromStr</c>, no receiver: Go <c>ParseT(text)</c>; C# static <c>Parse</c>, <c>TryParse</c>, <c>IParsable&lt;T&gt;</c>.</summary>
    Parse,

    /// <summary>A handle type that can be iterated: the result is a sequence. Go <c>All()</c>; C# <c>IEnumerable&lt;T&gt;</c>.</summary>
    Iterate,

    /// <summary>A public field of a handle type: Go a method <c>Name()</c>, C# a property that is read only.</summary>
    Field,

    /// <summary>A value becomes a trait object, in a box: Go and C# <c>IntoTrait()</c>. It consumes the value.</summary>
    TraitObject,

    /// <summary>A variant of an enum that stays in Rust: <see cref="ExportPlan.Variant"/> says what of it. Go and C# methods, and a function that makes one.</summary>
    Variant,

    /// <summary><c>Index</c> with a key that crosses: Go <c>Index(key)</c>; C# an indexer that is read only.</summary>
    Index,
}

/// <summary>Documentation of an item.</summary>
/// <param name="Markdown">Rust's own text, Markdown; null where there is none.</param>
/// <param name="Deprecated">What replaces it or why, where the item is deprecated; empty where Rust says nothing.</param>
public sealed record Documentation(string? Markdown, string? Deprecated)
{
    public static Documentation None { get; } = new(null, null);
}

/// <summary>The <c>E</c> of a <c>Result</c>.</summary>
/// <param name="RustType">The type, for documentation: <c>strsim::StrSimError</c>.</param>
/// <param name="GoName">The Go error type, <c>StrSimError</c>; null: the package's general <c>Error</c>.</param>
/// <param name="CSharpName">The C# exception, <c>StrSimException</c>; null: the general <c>RustException</c>.</param>
public sealed record ErrorPlan(string RustType, string? GoName, string? CSharpName, Documentation Docs)
{
    /// <summary>
    /// The error is data of the plan (a record or an enum): the failure's payload has it on the wire, and the Go error
    /// and the C# exception carry it. For an enum, Go's <c>errors.Is</c> finds its unit variants.
    /// </summary>
    public NamedValue? Value { get; init; }

    /// <summary>Where the message comes from.</summary>
    public ErrorMessage Message { get; init; }

    /// <summary>There may be errors behind it: the messages along <c>std::error::Error::source()</c> come, too.</summary>
    public bool HasSources { get; init; }
}

/// <summary>Where an error's message comes from.</summary>
public enum ErrorMessage
{
    /// <summary><c>Display</c></summary>
    Display,

    /// <summary><c>Debug</c>, where there is no better one.</summary>
    Debug,

    /// <summary>Nowhere: <c>()</c> says nothing.</summary>
    None,
}
