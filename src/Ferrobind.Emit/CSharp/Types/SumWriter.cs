using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Types;

/// <summary>Writes an enum with data: an abstract record, and a sealed one in it for each variant, for a <c>switch</c> to tell apart.</summary>
internal static class SumWriter
{
    public static void Write(CodeWriter code, SumPlan sum, BridgePlan plan, PackageNames names)
    {
        var scope = names.ScopeOf(sum);
        DocWriter.Member(code, sum.Docs, $"Rust's <c>{DocWriter.Escape(sum.Key)}</c>.", names.Links);
        var bases = new IdiomWriter(plan, sum, names, scope).Bases;
        using (code.Block($"public abstract record {sum.CSharpName}{bases}\n{{", "}"))
        {
            var members = new Separated(code);
            members.Next().Line($"private protected {sum.CSharpName}()\n{{\n}}");
            MemberWriter.Write(members, sum, plan, names, scope);
            foreach (var variant in sum.Variants)
            {
                members.Next();
                WriteVariant(code, sum, variant, scope, names);
            }

            if (sum.IsOpen)
            {
                members.Next();
                code.Line("/// <summary>A variant that this project does not know, of a newer version of the crate; it cannot be sent.</summary>");
                code.Line($"public sealed record Unknown : {sum.CSharpName};");
            }
        }
    }

    private static void WriteVariant(CodeWriter code, SumPlan sum, VariantPlan variant, TypeScope scope, PackageNames names)
    {
        var fields = TypeFacts.Fields(variant.Fields).ToList();
        var writer = new FieldWriter(code, scope, names.Links);
        DocWriter.Body(code, variant.Docs, $"Rust's <c>{DocWriter.Escape(sum.Key)}::{variant.RustName}</c>.", names.Links);
        writer.Docs(fields);
        DocWriter.Attributes(code, variant.Docs);
        var head = $"public sealed record {variant.CSharpName}";
        // A field may be called like a variant, whose record the base has as a member: it has to say that it is another one.
        var hiding = fields.Where(f => f.CSharpName == "Unknown" || sum.Variants.Any(v => v.CSharpName == f.CSharpName)).ToList();
        var hasEquality = EqualityWriter.IsNeeded(fields);
        var hasBody = hiding.Count > 0 || hasEquality;
        var end = $" : {sum.CSharpName}{(hasBody ? "" : ";")}";
        if (fields.Count == 0)
            code.Line(head + end);
        else
            writer.Positional(head, fields, end);
        if (!hasBody)
            return;
        using (code.Block("{", "}"))
        {
            var members = new Separated(code);
            foreach (var field in hiding)
            {
                members.Next();
                writer.Property(field, "new ", "init", $" = {field.CSharpName};");
            }

            if (hasEquality)
            {
                members.Next();
                new EqualityWriter(code, scope).Write(variant.CSharpName, isStruct: false, isReadOnly: true, fields);
            }
        }
    }
}
