using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Constants;
using Ferrobind.Planning.Functions;
using Ferrobind.Planning.Naming;
using Ferrobind.Planning.Results;
using Ferrobind.Planning.Skipping;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning;

/// <summary>
/// Plans the methods and constants of types that are data. They may bring further types, so this goes on until no
/// type is new.
/// </summary>
internal sealed class MethodPlanner(
    CrateApi api, TypeRegistry types, FunctionPlanner functions, NameTable goNames, Func<string, string> symbol)
{
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    public ImmutableArray<(ExportPlan Export, string Signature)>.Builder Exports { get; } =
        ImmutableArray.CreateBuilder<(ExportPlan, string)>();

    public ImmutableArray<ConstantPlan>.Builder Constants { get; } = ImmutableArray.CreateBuilder<ConstantPlan>();

    public ImmutableArray<LedgerEntry>.Builder Skips { get; } = ImmutableArray.CreateBuilder<LedgerEntry>();

    /// <summary>Plans the members of every type that is planned by now and was not before.</summary>
    public void PlanAll(IReadOnlyDictionary<string, PathType> instances)
    {
        while (types.Planned.FirstOrDefault(t => _done.Add(t.Key)) is { } type)
        {
            if (instances.TryGetValue(type.Key, out var instance))
                PlanType(type, instance);
        }
    }

    private void PlanType(TypePlan type, PathType instance)
    {
        // String is Display's, and Error is there on what is an error.
        var go = new NameTable([.. TypeParts.FieldNames(type, f => f.GoName), "String", "Error"]);
        var csharp = new NameTable([.. CSharpNames.InheritedMembers, type.CSharpName, .. TypeParts.FieldNames(type, f => f.CSharpName)]);
        foreach (var (constant, given) in Methods.ConstantsOf(api, instance))
            PlanConstant(type, constant, given, csharp);
        foreach (var method in Methods.Of(api, instance))
            PlanMethod(type, method, go, csharp);
    }

    private void PlanMethod(TypePlan type, MethodOf method, NameTable go, NameTable csharp)
    {
        var (name, signature) = (method.Method.Name, method.Method.Signature);
        var path = $"{type.Key}::{name}";
        var planned = functions.Plan(signature, method.Given);
        if (planned.Obstacle is { } obstacle)
        {
            Skips.Add(new LedgerEntry(path, "method", RustSyntax.Of(name, signature), obstacle));
            return;
        }

        var hasReceiver = signature.Inputs.Length > 0 && signature.Inputs[0].Name == "self";
        var export = new ExportPlan(
            symbol($"{type.CName}_{name}"), $"{type.RustPath[2..]}::{name}", ExportTarget.Function, "",
            method.Idiom == Idiom.Display ? "String" : hasReceiver ? GoMethod(type, name, planned, go) : goNames.Take(GoFunction(type, name)),
            method.Idiom switch
            {
                Idiom.Display => "ToString",
                Idiom.None when name == "new" => csharp.Take("Create", n => ["Try" + n]),
                _ => csharp.Take(CSharpNames.Pascal(name), planned.Error is null ? null : n => ["Try" + n]),
            },
            new Documentation(method.Method.Docs, method.Method.Deprecation is { } d ? d.Note ?? "" : null),
            planned.Parameters, planned.Result, planned.Error)
        {
            Owner = type.Key,
            HasReceiver = hasReceiver,
            Idiom = method.Idiom,
        };
        Exports.Add((export, RustSyntax.Of(name, signature)));
    }

    private void PlanConstant(
        TypePlan type, AssociatedConstant constant, ImmutableDictionary<string, TypeRef> given, NameTable csharp)
    {
        var path = $"{type.Key}::{constant.Name}";
        var signature = $"const {constant.Name}: {RustSyntax.Of(constant.Type)}";
        var declared = constant.Type is GenericType { Name: "Self" } ? given["Self"] : constant.Type;
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
        var taken = methods.Take(GoNames.Exported(name));
        return type is SumPlan && planned.Parameters[0].IsInOut
            ? goNames.Take(type.GoName + taken)[type.GoName.Length..]
            : taken;
    }

    // Go's constructors are functions of the package: NewPoint, PointFromPolar.
    private static string GoFunction(TypePlan type, string name) =>
        name is "new" or "default" ? GoNames.Exported(name) + type.GoName : type.GoName + GoNames.Exported(name);
}
