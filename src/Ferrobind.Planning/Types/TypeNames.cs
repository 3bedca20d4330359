using System.Text.RegularExpressions;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Naming;

namespace Ferrobind.Planning.Types;

/// <summary>
/// The names of types: a module is a prefix in Go; in C# all types share the namespace. One that another crate has is called as it is
/// there, and after its crate, too, where this one has something of that name.
/// </summary>
/// <param name="errors">
/// The definition paths of types that functions fail with. In Go the error itself has the plain name, and its data
/// another: <c>ParseError</c> holds a <c>ParseErrorKind</c>.
/// </param>
/// <param name="symbols">What the header declares: a type's mirror and its result are named beside the functions.</param>
internal sealed partial class TypeNames(
    CrateApi api, NameTable symbols, NameTable go, NameTable csharp, PackagePlan package, IReadOnlySet<string> errors)
{
    private readonly HashSet<string> _own = api.Items.Where(i => IsOf(i, package))
        .SelectMany(i => new[] { GoNames.Exported(i.Name), string.Concat(Below(i).Split("::").Select(GoNames.Exported)) })
        .ToHashSet(StringComparer.Ordinal);

    private readonly HashSet<string> _plain = new(StringComparer.Ordinal);

    /// <summary>The one instantiation of a type of which nobody asked for another: its arguments say nothing.</summary>
    public void NamePlainly(ApiItem item, PathType type) => _plain.Add(item.Path + Arguments(item, type));

    private readonly Dictionary<string, TypeAliasItem> _aliases = new(StringComparer.Ordinal);
    private readonly List<TypeAliasItem> _families = [];

    /// <summary>An instantiation for which the crate has a name.</summary>
    public void NameAfter(ApiItem item, PathType type, TypeAliasItem alias)
    {
        if (Arguments(item, type) is { Length: > 0 } arguments)
            _aliases.TryAdd(item.Path + arguments, alias);
    }

    /// <summary>Instantiations for which the crate has a name that says most of their arguments: <c>type Square&lt;T> = Grid&lt;T, 2, 2></c>.</summary>
    public void NameAfter(TypeAliasItem alias) => _families.Add(alias);

    /// <summary>A type's names. Its arguments, all of them given, are part of them: <c>Pair&lt;f64&gt;</c> is <c>PairF64</c>.</summary>
    /// <param name="goCompanions">Other names of the package's scope that the type brings: its variants'.</param>
    public (string C, string Go, string CSharp) Take(
        ApiItem item, PathType type, Func<string, IEnumerable<string>> goCompanions, bool isHandle = false)
    {
        var (named, arguments) = Named(item, type);
        var below = IsOf(named, package) ? Below(named)
            : _own.Contains(GoNames.Exported(named.Name)) || !go.IsFree(GoNames.Exported(named.Name)) ? named.Path
            : named.Name;
        var plainGo = string.Concat(below.Split("::").Select(GoNames.Exported)) + Suffix(arguments, GoNames.Exported);
        if (errors.Contains(item.Definition.Path) && (isHandle || plainGo.EndsWith("Error", StringComparison.Ordinal)))
            plainGo += item is EnumItem && !isHandle ? "Kind" : "Value";
        var plainC = Words.Ascii(below.Replace("::", "_", StringComparison.Ordinal)).ToLowerInvariant() + arguments.ToLowerInvariant();
        var symbol = symbols.Take(
            package.SymbolPrefix + plainC,
            name => [$"{package.SymbolPrefix}result_{name[package.SymbolPrefix.Length..]}"]);
        return (
            symbol[package.SymbolPrefix.Length..],
            go.Take(plainGo, goCompanions),
            csharp.Take(CSharpName(below == named.Path ? below.Replace("::", "_", StringComparison.Ordinal) : named.Name, below, arguments)));
    }

    private (ApiItem Item, string Arguments) Named(ApiItem item, PathType type)
    {
        var arguments = Arguments(item, type);
        if (_aliases.TryGetValue(item.Path + arguments, out var alias))
            return (alias, "");
        if (_plain.Contains(item.Path + arguments))
            return (item, "");
        return _families.Select(family => (Item: (ApiItem)family, Arguments: GenericArguments.Of(family, type) is { } said ? Flat(said) : arguments))
            .Where(named => named.Arguments.Length < arguments.Length)
            .OrderBy(named => named.Arguments.Length).ThenBy(named => named.Item.Path.Length).ThenBy(named => named.Item.Path, StringComparer.Ordinal)
            .FirstOrDefault((item, arguments));
    }

    private static bool IsOf(ApiItem item, PackagePlan package) => item.Path.StartsWith(package.RustName + "::", StringComparison.Ordinal);

    // Of the crate itself, nothing.
    private static string Below(ApiItem item) => item.Path[(item.Path.IndexOf("::", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : item.Path.Length)..];

    /// <summary>The names of a trait object: the trait's, with what else tells it from others.</summary>
    public (string C, string Go, string CSharp) Take(TraitItem trait, DynTraitType type, bool borrows)
    {
        var marks = string.Concat(type.Traits[0].Arguments.Where(a => a is not LifetimeArgument).Select(a => "_" + Flat(a)))
            + (borrows ? "_ref" : "");
        var below = Below(trait);
        var symbol = symbols.Take(package.SymbolPrefix + Words.Ascii(below.Replace("::", "_", StringComparison.Ordinal)).ToLowerInvariant() + marks);
        return (
            symbol[package.SymbolPrefix.Length..],
            go.Take(string.Concat(below.Split("::").Select(GoNames.Exported)) + Suffix(marks, GoNames.Exported)),
            csharp.Take(CSharpName(trait.Name, below, marks)));
    }

    // All share the namespace: one that comes second has its module before it, BytesRegex.
    private string CSharpName(string name, string below, string arguments)
    {
        var plain = CSharpNames.TypeName(name) + Suffix(arguments, CSharpNames.Pascal);
        return csharp.IsFree(plain) ? plain : string.Concat(below.Split("::").Select(CSharpNames.Pascal)) + Suffix(arguments, CSharpNames.Pascal);
    }

    private static string Suffix(string arguments, Func<string, string> name) => arguments.Length == 0 ? "" : name(arguments);

    private static string Arguments(ApiItem item, PathType type) => Flat(GenericArguments.Telling(item, type));

    private static string Flat(IEnumerable<GenericArgument> arguments) => string.Concat(arguments.Select(a => "_" + Flat(a)));

    // Of Ring<u8, 4>, the four is n4: RingU8N4.
    private static string Flat(GenericArgument argument) => argument switch
    {
        TypeArgument type => Flat(RustSyntax.Of(type.Type)),
        ConstArgument constant => Flat("n" + constant.Expression.Replace('-', '_')),
        _ => throw new ArgumentOutOfRangeException(nameof(argument), argument, "not a telling argument"),
    };

    /// <summary>The words of a type, as a part of a name: lifetimes say nothing to the other side.</summary>
    public static string Flat(string rust) =>
        string.Join('_', Lifetime().Replace(rust, "").Split(
            ['<', '>', ',', ' ', '&', '(', ')', '[', ']', ';', ':'], StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"'\w+")]
    private static partial Regex Lifetime();
}
