using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Naming;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Functions;

/// <summary>
/// The errors of the package. An error type of its own gets a Go error and a C# exception under its name; a text or
/// an erased error is the general one. Whether a type of another crate has a message is the compiler's to say.
/// </summary>
internal sealed class ErrorPlanner(CrateApi api, TypeRegistry types, NameTable goNames, NameTable csharpNames)
{
    private readonly SortedDictionary<string, ErrorPlan> _planned = new(StringComparer.Ordinal);

    /// <summary>The typed errors that were planned, sorted by Rust type.</summary>
    public IEnumerable<ErrorPlan> Typed => _planned.Values.Where(e => e.GoName is not null);

    /// <summary>The plan of an error type, or null where it has no message.</summary>
    public ErrorPlan? Plan(TypeRef type)
    {
        if (type.IsUnit() || type is PrimitiveType or TupleType or GenericType or ImplTraitType)
            return null;
        if (IsText(type) || IsErased(type))
            return new ErrorPlan(RustSyntax.Of(type), null, null, Documentation.None) { HasSources = IsErased(type) };
        if (type is not PathType path || (IsOwn(path) && !HasDisplay(path)) || IsSilentData(path))
            return null;

        var rustType = path.Definition.Path;
        if (_planned.TryGetValue(rustType, out var known))
            return known;
        var value = types.Plan(path) as NamedValue;
        var item = api.Items.FirstOrDefault(i => i.Definition == path.Definition);
        var name = NameOf(item?.Path ?? rustType);
        var goName = value is null || name.EndsWith("Error", StringComparison.Ordinal) ? name : name + "Error";
        var stem = name.EndsWith("Error", StringComparison.Ordinal) ? name[..^5] : name;
        return _planned[rustType] = new ErrorPlan(
            item?.Path ?? rustType,
            goNames.Take(GoNames.Exported(goName)),
            csharpNames.Take(CSharpNames.Pascal(stem) + "Exception"),
            new Documentation(item?.Docs, null))
        {
            Value = value,
            HasSources = !IsOwn(path) || HasSource(path),
        };
    }

    /// <summary>The plan of an error type that has no message: the unit, or one that can only be debugged.</summary>
    public ErrorPlan? Silent(TypeRef type)
    {
        if (type.IsUnit())
            return new ErrorPlan("()", null, null, Documentation.None) { Message = ErrorMessage.None };
        return type is PathType path && IsOwn(path) && Implements(path, "core::fmt::Debug")
            ? new ErrorPlan(RustSyntax.Of(type), null, null, Documentation.None) { Message = ErrorMessage.Debug }
            : null;
    }

    // Paths, lists, options: values, and no messages. Numbers, addresses and what never is can be displayed.
    private bool IsSilentData(PathType type) =>
        type.Definition.Crate is "core" or "alloc" or "std" && !_displayed.Any(path => type.Definition.Path.StartsWith(path, StringComparison.Ordinal))
        && types.Values.Plan(type) is not null;

    private static readonly string[] _displayed = ["core::num::", "core::net::", "core::convert::Infallible"];

    private static bool IsErased(TypeRef type) => type.Is("alloc::boxed::Box", out var inside) && inside is DynTraitType;

    // A type that is called Error alone takes the name of its module, or of its crate: semver::Error, SemverError.
    private static string NameOf(string path)
    {
        var segments = path.Split("::");
        return segments[^1] is "Error" or "Err"
            ? Words.Of(segments[^2] is "error" or "errors" ? segments[0] : segments[^2])
                .Aggregate("", (text, word) => text + Words.Capitalize(word)) + "Error"
            : segments[^1];
    }

    private static bool IsText(TypeRef type)
    {
        var target = type is ReferenceType reference ? reference.Target : type;
        return target.IsStr() || ((target.IsOwned(out var inside) || target.IsCow(out inside)) && inside.IsStr());
    }

    private bool IsOwn(PathType type) => type.Definition.Crate == api.Name;

    private bool HasDisplay(PathType type) => Implements(type, "core::fmt::Display");

    // Where an impl does not say what source() is, it is none. The items of a blanket impl are not all known.
    private bool HasSource(PathType type) =>
        Impls(type, "core::error::Error").Any(i => i.IsBlanket || i.Items.Methods.Any(m => m.Name == "source"));

    private bool Implements(PathType type, string trait) => Impls(type, trait).Any();

    private IEnumerable<ImplBlock> Impls(PathType type, string trait) => api.Impls.Where(i =>
        i.Trait?.Definition.Path == trait && i.For is PathType target
        && target.Definition == type.Definition && !i.IsNegative);
}
