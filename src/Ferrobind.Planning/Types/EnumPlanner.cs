using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Naming;

namespace Ferrobind.Planning.Types;

/// <summary>Plans an enum without data: its discriminants, as Rust counts them.</summary>
internal static class EnumPlanner
{
    public static EnumPlan? Plan(EnumItem item, PathType type, string key, TypeRegistry types, TypeNames names)
    {
        var values = Discriminants(item);
        if (Underlying(item.Repr, values) is not { } underlying)
            return null;
        var (c, go, csharp) = names.Take(item, type, name => item.Variants.Select(v => name + GoNames.Exported(v.Name)));
        var goNames = new NameTable([]);
        var csharpNames = new NameTable([]);
        return new EnumPlan(
            key, types.Bridge.Of(type, "'_"), "::" + item.Path, c, go, csharp,
            new Documentation(item.Docs, item.Deprecation is { } d ? d.Note ?? "" : null), underlying,
            [
                .. item.Variants.Select((variant, index) => new EnumMemberPlan(
                    variant.Name, goNames.Take(go + GoNames.Exported(variant.Name)),
                    csharpNames.Take(CSharpNames.Pascal(variant.Name)),
                    values[index].ToString(CultureInfo.InvariantCulture),
                    new Documentation(variant.Docs, variant.Deprecation is { } old ? old.Note ?? "" : null))),
            ],
            item.IsNonExhaustive || item.HasHiddenVariants);
    }

    private static ImmutableArray<BigInteger> Discriminants(EnumItem item)
    {
        var next = BigInteger.Zero;
        var values = ImmutableArray.CreateBuilder<BigInteger>(item.Variants.Length);
        foreach (var variant in item.Variants)
        {
            var value = variant.Discriminant is { } given ? BigInteger.Parse(given, CultureInfo.InvariantCulture) : next;
            values.Add(value);
            next = value + 1;
        }

        return values.MoveToImmutable();
    }

    private static ScalarKind? Underlying(string? repr, ImmutableArray<BigInteger> values)
    {
        ScalarKind? declared = repr switch
        {
            "i8" => ScalarKind.I8,
            "i16" => ScalarKind.I16,
            "i32" => ScalarKind.I32,
            "i64" => ScalarKind.I64,
            "u8" => ScalarKind.U8,
            "u16" => ScalarKind.U16,
            "u32" => ScalarKind.U32,
            "u64" => ScalarKind.U64,
            _ => null,
        };
        if (declared is not null)
            return declared;
        if (values.All(v => v >= int.MinValue && v <= int.MaxValue))
            return ScalarKind.I32;
        return values.All(v => v >= long.MinValue && v <= long.MaxValue) ? ScalarKind.I64
            : values.All(v => v >= 0 && v <= ulong.MaxValue) ? ScalarKind.U64
            : null;
    }
}
