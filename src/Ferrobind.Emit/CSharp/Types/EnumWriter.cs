using System.Globalization;
using System.Numerics;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Types;

/// <summary>Writes an enum without data, and an extension of it for its methods.</summary>
internal static class EnumWriter
{
    public static void Write(CodeWriter code, EnumPlan values, BridgePlan plan, PackageNames names)
    {
        DocWriter.Member(code, values.Docs, $"Rust's <c>{DocWriter.Escape(values.Key)}</c>.", names.Links);
        var underlying = CSharpTypes.Public(values.Underlying);
        using (code.Block($"public enum {values.CSharpName}{(underlying == "int" ? "" : $" : {underlying}")}\n{{", "}"))
        {
            var members = new Separated(code);
            foreach (var member in values.Members)
            {
                members.Next();
                DocWriter.Member(code, member.Docs, $"Rust's <c>{DocWriter.Escape(member.RustName)}</c>.", names.Links);
                code.Line($"{member.CSharpName} = {member.Value},");
            }

            if (values.IsOpen)
            {
                members.Next();
                code.Line("/// <summary>One that this project does not know, of a newer version of the crate; it cannot be sent.</summary>");
                code.Line($"{UnknownName(values)} = {UnknownValue(values)},");
            }
        }

        if (MemberWriter.HasMembers(plan, values))
            WriteExtension(code, values, plan, names);
    }

    /// <summary>The member for what is not known.</summary>
    public static string UnknownName(EnumPlan values)
    {
        string[] names = ["Unknown", "Unrecognized", "UnknownValue"];
        return names.First(n => values.Members.All(m => m.CSharpName != n));
    }

    // The greatest that no other has: what Rust sends for it (docs/wire.md).
    private static string UnknownValue(EnumPlan values)
    {
        var taken = values.Members.Select(m => BigInteger.Parse(m.Value, CultureInfo.InvariantCulture)).ToHashSet();
        var isUnsigned = values.Underlying is ScalarKind.U8 or ScalarKind.U16 or ScalarKind.U32 or ScalarKind.U64 or ScalarKind.Usize;
        var value = (BigInteger.One << ((8 * CSharpTypes.Size(values.Underlying)) - (isUnsigned ? 0 : 1))) - 1;
        while (taken.Contains(value))
            value--;
        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static void WriteExtension(CodeWriter code, EnumPlan values, BridgePlan plan, PackageNames names)
    {
        code.Blank();
        code.Line($"/// <summary>What Rust can do with <see cref=\"{values.CSharpName}\"/>.</summary>");
        using (code.Block($"public static unsafe class {names.ExtensionsOf(values)}\n{{", "}"))
            MemberWriter.WriteExtension(new Separated(code), values, plan, names, names.ScopeOf(values));
    }
}
