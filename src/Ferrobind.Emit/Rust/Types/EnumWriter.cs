using System.Globalization;
using System.Numerics;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust.Types;

/// <summary>An enum without data: its discriminants, never seen as the enum before they are checked.</summary>
internal static class EnumWriter
{
    public static void Write(CodeWriter writer, BridgePlan plan, EnumPlan values, bool isSeenInPlace)
    {
        var scalar = RustSignature.Name(values.Underlying);
        using (ImplWriter.Impl(writer, "", "ToC", values.RustType))
        {
            writer.Line($"type C = {scalar};").Blank().Line("#[inline]");
            using (writer.Block($"fn to_c(&self) -> {scalar} {{", "}"))
            using (writer.Block(values.Members.IsEmpty && !values.IsOpen ? "match *self {" : "match self {", "}"))
            {
                foreach (var member in values.Members)
                    writer.Line($"Self::{RustKeywords.InCode(member.RustName)} => {member.Value},");
                if (values.IsOpen)
                    writer.Line($"_ => {Unknown(values)},");
            }
        }

        if (values.IsSent)
            WriteFromC(writer, values, scalar);
        writer.Blank().Line($"impl Mirrored for {values.RustType} {{}}").Blank();
        ImplWriter.WriteExtent(writer, plan, values);
        using (ImplWriter.Encode(writer, values))
            writer.Line("out.put(&ToC::to_c(self));");
        if (values.IsSent)
        {
            using (ImplWriter.Decode(writer, values, isEmpty: false))
            {
                writer.Line("let c = Decode::decode(reader)?;");
                writer.Line("FromC::from_c(c).map_err(|NoValue(kind)| reader.invalid(Self::LEAST, kind))");
            }
        }

        if (!isSeenInPlace)
            return;
        writer.Blank().Line("// Slices of records with it are seen where they lie.");
        using (writer.Block("in_place! {", "}"))
            writer.Line($"{values.RustType} as {scalar}");
    }

    private static void WriteFromC(CodeWriter writer, EnumPlan values, string scalar)
    {
        using (ImplWriter.Impl(writer.Blank(), "", "FromC", values.RustType))
        {
            writer.Line("#[inline]");
            using (writer.Block($"fn from_c(c: {scalar}) -> Result<Self, NoValue> {{", "}"))
            using (writer.Block("match c {", "}"))
            {
                foreach (var member in values.Members)
                    writer.Line($"{member.Value} => Ok(Self::{RustKeywords.InCode(member.RustName)}),");
                if (!HasAll(values))
                    writer.Line($"_ => Err(NoValue(\"{RustNames.Last(values.RustPath)}\")),");
            }
        }
    }

    /// <summary>What a member that the bindings do not know is sent as: the greatest value that no other has.</summary>
    private static string Unknown(EnumPlan values)
    {
        var taken = values.Members.Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var unknown = Range(values.Underlying).Max;
        while (taken.Contains(unknown.ToString(CultureInfo.InvariantCulture)))
            unknown--;
        return unknown.ToString(CultureInfo.InvariantCulture);
    }

    private static bool HasAll(EnumPlan values)
    {
        var (min, max) = Range(values.Underlying);
        return max - min + 1 == values.Members.Length;
    }

    private static (BigInteger Min, BigInteger Max) Range(ScalarKind kind) => kind switch
    {
        ScalarKind.I8 => (sbyte.MinValue, sbyte.MaxValue),
        ScalarKind.I16 => (short.MinValue, short.MaxValue),
        ScalarKind.I32 => (int.MinValue, int.MaxValue),
        ScalarKind.I64 => (long.MinValue, long.MaxValue),
        ScalarKind.U8 => (byte.MinValue, byte.MaxValue),
        ScalarKind.U16 => (ushort.MinValue, ushort.MaxValue),
        ScalarKind.U32 => (uint.MinValue, uint.MaxValue),
        ScalarKind.U64 => (ulong.MinValue, ulong.MaxValue),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not the scalar of an enum"),
    };
}
