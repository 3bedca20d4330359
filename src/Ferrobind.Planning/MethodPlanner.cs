using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Constants;
using Ferrobind.Planning.Functions;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Naming;
using Ferrobind.Planning.Results;
using Ferrobind.Planning.Skipping;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning;

/// <summary>
/// Plans the methods and constants of types, data and handles. They may bring further types, so this goes on until no type is
/// new.
/// </summary>
internal sealed class MethodPlanner(
    CrateApi api, TypeRegistry types, FunctionPlanner functions, NameTable goNames, Func<string, string> symbol)
{
    // What every handle has, and what the idioms are called.
    private static IEnumerable<string> HandleMembers(ImmutableArray<MethodOf> methods) =>
        methods.Select(m => m.Idiom is Idiom.Iterate ? "All" : m.Idiom is Idiom.Clone or Idiom.Equal or Idiom.Hash or Idiom.Compare ? m.Idiom.ToString() : null)
            .OfType<string>().Concat(["Close", "GoString"]).Distinct();

    private static readonly string[] CSharpHandleMembers =
        ["Dispose", "CompareTo", "GetEnumerator", "Item"];

    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private HashSet<string> _siblings = [];

    public ImmutableArray<(ExportPlan Export, string Signature)>.Builder Exports { get; } =
        ImmutableArray.CreateBuilder<(ExportPlan, string)>();

    public ImmutableArray<ConstantPlan>.Builder Constants { get; } = ImmutableArray.CreateBuilder<ConstantPlan>();

    public ImmutableArray<LedgerEntry>.Builder Skips { get; } = ImmutableArray.CreateBuilder<LedgerEntry>();

    /// <summary>
    /// Plans the members of every type that is planned by now and was not before; then of those that they brought, and so on. So where
    /// there are too many instantiations of a type, those that a caller gets at first are the ones that cross.
    /// </summary>
    public void PlanAll()
    {
        while (types.Planned.Concat<TypePlan>(types.Handles.Planned).Select(t => t.Key).Where(_done.Add).ToArray() is { Length: > 0 } found)
        {
            foreach (var key in found)
            {
                if ((types.Find(key) ?? types.Handles.Find(key)) is not { } type)
                    continue;
                if (types.Handles.TraitObjects.TryGetValue(key, out var traitObject))
                    PlanMembers(type, [.. types.TraitObjects.Members(traitObject)], []);
                else if ((type is HandlePlan ? types.Handles.Instances : types.Instances).TryGetValue(key, out var instance))
                    PlanMembers(type, All(instance, type is HandlePlan), [.. types.Members.ConstantsOf(instance)]);
            }
        }
    }

    private ImmutableArray<MethodOf> All(PathType instance, bool isHandle)
    {
        var members = types.Members.Of(instance, isHandle).ToList();
        var names = members.Select(m => m.Method.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. members, .. types.StdTraits.Of(instance, names), .. types.TraitObjects.Conversions(instance),
            .. isHandle ? types.Variants.Of(instance, names) : [],
        ];
    }

    private void PlanMembers(
        TypePlan type, ImmutableArray<MethodOf> methods, ImmutableArray<(AssociatedConstant Constant, Bindings Given)> constants)
    {
        _siblings = methods.Select(m => m.Method.Name).ToHashSet(StringComparer.Ordinal);

        // String is Display's, and Error is there on what is an error.
        var isHandle = type is HandlePlan;
        var go = new NameTable([.. TypeParts.FieldNames(type, f => f.GoName), "String", "Error", .. GoNames.StandardMethods, .. isHandle ? HandleMembers(methods) : []]);
        var csharp = new NameTable(
            [.. CSharpNames.InheritedMembers, type.CSharpName, .. TypeParts.FieldNames(type, f => f.CSharpName), .. isHandle ? CSharpHandleMembers : []]);
        foreach (var (constant, given) in constants)
            PlanConstant(type, constant, given, csharp);
        if (isHandle && methods.Any(m => m.Idiom is Idiom.Parse))
        {
            csharp.Take("Parse");
            csharp.Take("TryParse");
        }

        var inherent = methods.Where(m => m is { Trait: null, Idiom: Idiom.None, Via: null }).ToArray();

        // FromStr is the same thing under the name that its users look for.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in methods.Where(m => !IsFromStr(m, methods)))
            PlanMethod(type, method, go, csharp, seen, inherent);
    }

    // A trait's method that has the name, the parameters and the result of one of the type's own: to its users, they are one.
    private static bool IsSame(MethodOf own, MethodOf method) =>
        method is { Trait: not null, Idiom: Idiom.None } && own.Method.Name == method.Method.Name && Shape(own) == Shape(method);

    private static string Shape(MethodOf method) => TypeNames.Flat(string.Join(
        " | ", method.Method.Signature.Inputs.Select(p => p.Type).Append(method.Method.Signature.Output)
            .Select(type => (type is ReferenceType { IsMutable: true } ? "mut " : "") + RustSyntax.Of(Substitution.Apply(type, method.Given)))));

    private static bool IsFromStr(MethodOf method, IEnumerable<MethodOf> all) =>
        method is { Idiom: Idiom.None, Trait: null, Method: { Name: "parse", Signature.Inputs: [{ Type: ReferenceType { IsMutable: false } text }] } }
        && text.Target.IsStr() && all.Any(m => m.Idiom is Idiom.Parse);

    private void PlanMethod(TypePlan type, MethodOf method, NameTable go, NameTable csharp, HashSet<string> seen, IReadOnlyCollection<MethodOf> inherent)
    {
        var (name, signature) = (method.Method.Name, method.Method.Signature);
        var path = $"{type.Key}::{name}";
        if (inherent.FirstOrDefault(m => IsSame(m, method)) is not null)
        {
            Skips.Add(new LedgerEntry(
                $"<{type.Key} as {RustSyntax.Of(method.Trait!)}>::{name}", "method", RustSyntax.Of(name, signature),
                new Transparent($"the type has a method of its own that does as much: {path}")));
            return;
        }

        var planned = functions.Plan(signature, method.Given, method.Scope, method.Trait is not null);
        if (planned.Obstacle is { } obstacle)
        {
            Skips.Add(new LedgerEntry(path, "method", RustSyntax.Of(name, signature), obstacle));
            return;
        }

        // From<&str> and From<String> are one thing to a caller; a trait's method may be one of the type's own, too.
        if (!seen.Add(name) && method.Trait is not null && method.Idiom is Idiom.None && IsStd(method.Trait))
            return;
        var hasReceiver = signature.Inputs.Length > 0 && (signature.Inputs[0].Name == "self" || Becomes(method));
        var idiom = type is HandlePlan && method.Idiom is Idiom.None && name == "new" && IsNew(type, planned) ? Idiom.New : method.Idiom;
        var trait = method.Trait is { } implemented ? types.Bridge.Of(types.Implementors.Resolve(implemented), "'_") : null;
        var called = trait is null || method.Idiom is not Idiom.None ? name : TraitMethod(method);
        var export = new ExportPlan(
            symbol($"{type.CName}_{name}"), $"{type.RustPath[2..]}::{called}", ExportTarget.Function, "",
            GoName(type, idiom, name, hasReceiver, planned, go), CSharpName(idiom, name, type, planned, csharp),
            new Documentation(method.Method.Docs, method.Method.Deprecation is { } d ? d.Note ?? "" : null),
            planned.Parameters, Chained(type, hasReceiver, planned), planned.Error)
        {
            Owner = type.Key,
            HasReceiver = hasReceiver,
            Idiom = idiom,
            Trait = trait,
            SelfType = method.Via is { } via ? types.Bridge.Of(via, "'_") : null,
            Variant = method.Variant,
            TypeArguments = planned.TypeArguments,
            Use = planned.Use,
        };
        Exports.Add((export, RustSyntax.Of(name, signature)));

        // In C# it is an overload; Go has another name for it, as its own library does.
        if (idiom is Idiom.None && functions.PlanWithClosure(signature, method.Given, method.Scope, method.Trait is not null) is { } closure)
        {
            var overload = export with
            {
                Symbol = symbol($"{type.CName}_{name}_func"),
                GoName = hasReceiver ? GoMethod(type, name + "_func", closure, go) : goNames.Take(GoFunction(type, name + "_func")),
                Parameters = closure.Parameters,
                Result = Chained(type, hasReceiver, closure),
                Error = closure.Error,
                TypeArguments = closure.TypeArguments,
                Use = closure.Use,
            };
            Exports.Add((overload, RustSyntax.Of(name, signature)));
        }
    }

    private static bool IsStd(TraitRef trait) => trait.Definition.Crate is "core" or "alloc" or "std";

    // impl From<T> for String: of T, it is a method.
    private static bool Becomes(MethodOf method) => method is { Trait.Definition.Path: "core::convert::From", Via: not null };

    // What is named for its argument is still `from` in Rust.
    private static string TraitMethod(MethodOf method) => method.Trait!.Definition.Path switch
    {
        "core::convert::From" => "from",
        "core::convert::TryFrom" => "try_from",
        "core::convert::AsRef" => "as_ref",
        "core::ops::deref::Deref" => "deref",
        _ => method.Method.Name,
    };

    private static bool IsNew(TypePlan type, PlannedFunction planned) =>
        planned.Result is HandleResult { IsOptional: false } result && result.Key == type.Key;

    // fn name(&mut self) -> &mut Self may return self, or another one of the same type: who knows, is told at run time.
    private static ResultForm Chained(TypePlan type, bool hasReceiver, PlannedFunction planned) =>
        hasReceiver && planned.Result is HandleResult { IsOptional: false, Source: HandleSource.MutableReference } result
            && result.Key == type.Key
            ? result with { MayBeReceiver = true }
            : planned.Result;

    private string GoName(TypePlan type, Idiom idiom, string name, bool hasReceiver, PlannedFunction planned, NameTable go) =>
        (idiom, type) switch
        {
            (Idiom.Display, _) => "String",
            (Idiom.Debug, _) => "GoString",
            (Idiom.Clone or Idiom.Equal or Idiom.Hash or Idiom.Compare, HandlePlan) => idiom.ToString(),
            (Idiom.Iterate, _) => "All",
            (Idiom.Parse, _) => goNames.Take("Parse" + type.GoName),
            (Idiom.Index, _) => go.Take("Index"),
            _ when hasReceiver => GoMethod(type, name, planned, go),
            _ => goNames.Take(GoMakers.Name(GoFunction(type, name), planned.Result, types)),
        };

    private string CSharpName(Idiom idiom, string name, TypePlan type, PlannedFunction planned, NameTable csharp) =>
        (idiom, type) switch
        {
            (Idiom.Display, _) => "ToString",
            (Idiom.New, _) => csharp.Take("Create", planned.Error is null ? null : n => ["Try" + n]),
            (Idiom.Debug, _) => csharp.Take("ToDebugString"),
            (Idiom.Clone, HandlePlan) => "Clone",
            (Idiom.Equal, HandlePlan) => "Equals",
            (Idiom.Hash, HandlePlan) => "GetHashCode",
            (Idiom.Compare, HandlePlan) => "CompareTo",
            (Idiom.Iterate, _) => "GetEnumerator",
            (Idiom.Parse, HandlePlan) => "Parse",
            (Idiom.Parse, _) => csharp.Take("Parse", n => ["Try" + n]),
            (Idiom.Default, HandlePlan) => csharp.Take("CreateDefault"),
            (Idiom.None, _) when name == "new" => csharp.Take("Create", planned.Error is null ? null : n => ["Try" + n]),
            _ when planned.Error is not null && name.StartsWith("try_", StringComparison.Ordinal) && name.Length > "try_".Length =>
                Trying(name["try_".Length..], csharp),
            _ => csharp.Take(CSharpNames.Pascal(name), planned.Error is null ? null : n => [ExportPlan.CSharpTryName(n)]),
        };

    // try_push is TryPush in C#, too, and what throws is Push; or PushOrThrow, where Push is one that cannot fail.
    private string Trying(string stem, NameTable csharp)
    {
        var plain = stem == "new" ? "Create" : CSharpNames.Pascal(stem);
        var isFree = !_siblings.Contains(stem) && csharp.IsFree(plain) && csharp.IsFree("Try" + plain);
        return csharp.Take(isFree ? plain : plain + "OrThrow", n => [ExportPlan.CSharpTryName(n)]);
    }

    private void PlanConstant(
        TypePlan type, AssociatedConstant constant, Bindings given, NameTable csharp)
    {
        var path = $"{type.Key}::{constant.Name}";
        var signature = $"const {constant.Name}: {RustSyntax.Of(constant.Type)}";
        var declared = constant.Type is GenericType { Name: "Self" } ? given.Find("Self")! : constant.Type;
        var docs = new Documentation(constant.Docs, constant.Deprecation is { } d ? d.Note ?? "" : null);
        var item = new ConstantItem(
            path, new Definition(api.Name, path, ItemKind.Constant), null, null, declared, constant.Value, constant.Value ?? "_");
        if (ConstantValues.Of(item) is { } value)
        {
            Constants.Add(new ConstantPlan(
                path, "", goNames.Take(type.GoName + GoNames.Exported(constant.Name)),
                csharp.Take(CSharpNames.Pascal(constant.Name)), docs, value)
            {
                Owner = type.Key,
            });
        }
        else if (ResultPlanner.Plan(declared, types) is { } result and not OptionalResult and not UnitResult)
        {
            Exports.Add((
                new ExportPlan(
                    symbol($"{type.CName}_{constant.Name}"), $"{type.RustPath[2..]}::{constant.Name}", ExportTarget.Value, "",
                    goNames.Take(type.GoName + GoNames.Exported(constant.Name)),
                    csharp.Take(CSharpNames.Pascal(constant.Name)), docs, [], result, null)
                {
                    Owner = type.Key,
                },
                signature));
        }
        else
        {
            Skips.Add(new LedgerEntry(path, "constant", signature, SkipReason.ConstantType(RustSyntax.Of(declared))));
        }
    }

    // A method that changes an enum with data is a function in Go, for it may become another variant: ShapeGrow.
    private string GoMethod(TypePlan type, string name, PlannedFunction planned, NameTable methods)
    {
        var wanted = GoNames.Exported(name);
        if (wanted == "Seek" && planned.Parameters is [_, { Form: ScalarParameter { Kind: ScalarKind.I64 } }, ..])
            wanted = "SeekTo"; // io.Seeker's begins likewise
        var taken = methods.Take(wanted);
        return type is SumPlan && planned.Parameters[0].IsInOut
            ? goNames.Take(type.GoName + taken)[type.GoName.Length..]
            : taken;
    }

    // Go's constructors are functions of the package: NewPoint, PointFromPolar.
    private static string GoFunction(TypePlan type, string name) =>
        name is "new" or "default" ? GoNames.Exported(name) + type.GoName : type.GoName + GoNames.Exported(name);
}
