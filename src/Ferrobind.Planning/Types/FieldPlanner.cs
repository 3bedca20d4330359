using System.Collections.Immutable;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Monomorphisation;
using Ferrobind.Planning.Naming;

namespace Ferrobind.Planning.Types;

/// <summary>Plans the fields of a record or a variant; null where one is no data.</summary>
internal static class FieldPlanner
{
    // What every C# record has, and what Go's types have by their idioms.
    private static readonly string[] CSharpMembers =
        ["Clone", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "EqualityContract", "PrintMembers", "Deconstruct", "Finalize"];

    public static ImmutableArray<FieldPlan>? Plan(
        FieldList list, Bindings arguments, TypeRegistry types, bool mayHold, string csharpOwner)
    {
        var c = new NameTable([]);
        var go = new NameTable(["String", "Error"]);
        var csharp = new NameTable([.. CSharpMembers, csharpOwner]);
        var fields = ImmutableArray.CreateBuilder<FieldPlan>(list.Fields.Length);
        foreach (var field in list.Fields)
        {
            var type = Substitution.Apply(field.Type, arguments);
            if (types.Values.PlanField(type, mayHold) is not { } value)
                return null;

            // One field alone is the value; several of a tuple are counted.
            var name = list.Style != Api.FieldStyle.Tuple ? field.Name
                : list.Fields.Length == 1 ? "value"
                : "item" + (int.Parse(field.Name, System.Globalization.CultureInfo.InvariantCulture) + 1);
            fields.Add(new FieldPlan(
                field.Name, c.Take(CNames.Parameter(name)), go.Take(GoNames.Exported(name)),
                csharp.Take(CSharpNames.Pascal(name)), value,
                new Documentation(field.Docs, field.Deprecation is { } d ? d.Note ?? "" : null)));
        }

        return fields.ToImmutable();
    }
}
