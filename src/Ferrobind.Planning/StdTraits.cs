using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning;

/// <summary>
/// What traits of the standard library add to a type besides operators and the like: what it lies behind (<c>Deref</c>), can be seen as
/// (<c>AsRef</c>), be made of (<c>FromIterator</c>), be added (<c>Extend</c>), and become (<c>From</c> of another type).
/// </summary>
internal sealed class StdTraits(CrateApi api, Members members)
{
    private const string Deref = "core::ops::deref::Deref";
    private const string DerefMut = "core::ops::deref::DerefMut";
    private const string AsRef = "core::convert::AsRef";
    private const string Extend = "core::iter::traits::collect::Extend";
    private const string FromIterator = "core::iter::traits::collect::FromIterator";
    private const string From = "core::convert::From";

    private static readonly Definition Vec = new("alloc", "alloc::vec::Vec", ItemKind.Struct);

    private readonly ILookup<string, ImplBlock> _impls = Blocks(api)
        .Where(i => i.For is PathType).ToLookup(i => ((PathType)i.For).Definition.Path, StringComparer.Ordinal);

    // impl From<Pattern> for String
    private readonly ILookup<string, ImplBlock> _becoming = Blocks(api)
        .Where(i => i.Trait!.Definition.Path == From && Argument(i.Trait) is PathType)
        .ToLookup(i => ((PathType)Argument(i.Trait!)!).Definition.Path, StringComparer.Ordinal);

    private readonly HashSet<string> _own = api.Items.Where(i => i is StructItem or EnumItem)
        .Select(i => i.Definition.Path).ToHashSet(StringComparer.Ordinal);

    /// <param name="names">What the type's own methods are called: those come first.</param>
    public IEnumerable<MethodOf> Of(PathType type, IReadOnlySet<string> names)
    {
        foreach (var block in _impls[type.Definition.Path])
        {
            if (Unification.Match(block.For, type, Bindings.Empty) is not { } matched)
                continue;
            var given = members.Preset(block, matched).With("Self", type);
            foreach (var method in Of(type, block, given).Where(m => !names.Contains(m.Method.Name)))
                yield return method;
        }

        foreach (var block in _becoming[type.Definition.Path])
        {
            // The other way round is the other type's business, if it is one of the API.
            if ((block.For is PathType other && _own.Contains(other.Definition.Path)) || block.For is ReferenceType
                || Unification.Match(Argument(block.Trait!)!, type, Bindings.Empty) is not { } matched)
            {
                continue;
            }

            var given = matched.With("Self", type);
            var target = Substitution.Apply(block.For, given);
            var name = "into_" + (target.Is("alloc::string::String") ? "text" : TypeNames.Flat(RustSyntax.Of(target)));
            if (!names.Contains(name))
                yield return Make(name, [new Parameter("value", type)], target, given, block) with { Via = target };
        }
    }

    private IEnumerable<MethodOf> Of(PathType type, ImplBlock block, Bindings given)
    {
        var argument = Argument(block.Trait!) is { } declared ? Substitution.Apply(declared, given) : null;
        switch (block.Trait!.Definition.Path)
        {
            case AsRef when argument is not null && Viewed(argument) is { } view:
                yield return Make(view, [Receiver(false)], new ReferenceType(null, false, argument), given, block);
                break;
            case Deref when block.Items.Types.FirstOrDefault(t => t.Name == "Target")?.Type is { } named:
                var target = Substitution.Apply(named, given);
                if (Viewed(target) is { } seen)
                    yield return Make(seen, [Receiver(false)], new ReferenceType(null, false, target), given, block);
                else if (target is PathType behind && _own.Contains(behind.Definition.Path) && behind.Definition != type.Definition)
                {
                    foreach (var method in Behind(type, behind))
                        yield return method;
                }

                break;
            case Extend when argument is not null and not ReferenceType:
                yield return Make("extend", [Receiver(true), new Parameter("items", ListOf(argument))], TypeRef.Unit, given, block);
                break;
            case FromIterator when argument is not null and not ReferenceType:
                yield return Make("from_iter", [new Parameter("items", ListOf(argument))], type, given, block);
                break;
        }
    }

    // The methods of what it lies behind, by a reference that Rust makes.
    private IEnumerable<MethodOf> Behind(PathType type, PathType target)
    {
        var isMutable = _impls[type.Definition.Path].Any(i => i.Trait!.Definition.Path == DerefMut);
        foreach (var method in members.Of(target, isHandle: true))
        {
            if (method is { Trait: null, Idiom: Idiom.None, Method.Signature.Inputs: [{ Name: "self", Type: ReferenceType { Target: GenericType } self }, ..] }
                && (isMutable || !self.IsMutable))
            {
                var inputs = method.Method.Signature.Inputs.SetItem(0, new Parameter("self", self with { Target = type }));
                yield return method with
                {
                    Method = method.Method with { Signature = method.Method.Signature with { Inputs = inputs } },
                    Via = target,
                };
            }
        }
    }

    // What a view is called where the trait only says that there is one.
    private static string? Viewed(TypeRef type) => type switch
    {
        _ when type.IsStr() || type.Is("alloc::string::String") => "as_str",
        SliceType { Element: PrimitiveType { Name: "u8" } } => "as_bytes",
        SliceType => "as_slice",
        _ when type.Is("alloc::vec::Vec") => "as_slice",
        _ when type.Is("std::path::Path") || type.Is("std::path::PathBuf") => "as_path",
        _ when type.Is("std::ffi::os_str::OsStr") => "as_os_str",
        _ => null,
    };

    private static IEnumerable<ImplBlock> Blocks(CrateApi api) =>
        api.Impls.Where(i => i is { IsNegative: false, IsSynthetic: false, IsBlanket: false, Trait: not null });

    private static TypeRef? Argument(TraitRef trait) => trait.Arguments.OfType<TypeArgument>().FirstOrDefault()?.Type;

    private static PathType ListOf(TypeRef element) => new(Vec, [new TypeArgument(element)]);

    private static Parameter Receiver(bool isMutable) => new("self", new ReferenceType(null, isMutable, new GenericType("Self")));

    private static MethodOf Make(string name, ImmutableArray<Parameter> inputs, TypeRef output, Bindings given, ImplBlock block)
    {
        var signature = new FunctionSignature(inputs, output, Generics.None, false, false, false, "Rust", false, false, null);
        var trait = block.Trait! with
        {
            Arguments = [.. block.Trait!.Arguments.Select(a => a is TypeArgument argument ? new TypeArgument(Substitution.Apply(argument.Type, given)) : a)],
        };
        return new MethodOf(new Method(name, signature, null, null, true), Idiom.None, given, trait, block.Generics);
    }
}
