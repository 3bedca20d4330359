using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>How what C returns becomes Go values.</summary>
/// <param name="Types">The Go result types, without the error.</param>
/// <param name="Zeros">What stands in their place when the call failed.</param>
/// <param name="Value">The value, from the variable that has C's result; null where there is none, or where it is to be read.</param>
/// <param name="IsOptional">The value is missing where <c>some</c> is false.</param>
internal sealed record ResultLifting(
    ImmutableArray<string> Types, ImmutableArray<string> Zeros, Func<string, string>? Value, bool IsOptional)
{
    public static ResultLifting Of(GoPackage package, ResultForm form) => form switch
    {
        UnitResult => new([], [], null, false),
        ScalarResult { Kind: ScalarKind.U128 } => new(["*big.Int"], ["nil"],
            r => $"fbFromUint128(uint64({r}.value.low), uint64({r}.value.high))", false),
        ScalarResult { Kind: ScalarKind.I128 } => new(["*big.Int"], ["nil"],
            r => $"fbFromInt128(uint64({r}.value.low), int64({r}.value.high))", false),
        ScalarResult scalar when GoScalar.Of(scalar.Kind) is var go => new([go.Type], [go.Zero], r => $"{go.Type}({r}.value)", false),
        TextResult => new(["string"], ["\"\""], r => $"fbText({Memory(r)})", false),
        SliceResult slice when GoScalar.Of(slice.Element).Element is var element =>
            new(["[]" + element], ["nil"], r => $"fbSlice[{element}]({Memory(r)})", false),
        OptionalResult optional when Of(package, optional.Inner) is var inner =>
            inner with { Types = inner.Types.Add("bool"), Zeros = inner.Zeros.Add("false"), IsOptional = true },
        NamedResult named when new NamedValue(named.Key) is var type => new(
            [package.Types.Of(type)], [package.Types.Zero(type)], r => package.Mirrors.FromC(type, r + ".value"), false),
        RecordSliceResult slice when (RecordPlan)package.Types.Plan(slice.Key) is var record => new(
            ["[]" + record.GoName], ["nil"], r => package.Mirrors.Copied(record, Memory(r)), false),
        WireResult { Type: OptionValue option } => Read(package, Flat(option.Inner), isOptional: true),
        WireResult wire => Read(package, Flat(wire.Type), isOptional: false),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "not a result form"),
    };

    /// <summary>What a result consists of: a tuple is several results, and the unit none.</summary>
    public static ImmutableArray<DataType> Flat(DataType type) => type switch
    {
        UnitValue => [],
        TupleValue tuple => tuple.Elements,
        _ => [type],
    };

    private static ResultLifting Read(GoPackage package, ImmutableArray<DataType> types, bool isOptional)
    {
        var lifting = new ResultLifting(
            [.. types.Select(package.Types.Of)], [.. types.Select(package.Types.Zero)], null, isOptional);
        return isOptional
            ? lifting with { Types = lifting.Types.Add("bool"), Zeros = lifting.Zeros.Add("false") }
            : lifting;
    }

    private static string Memory(string r) => $"{r}.data, uintptr({r}.len), uintptr({r}.capacity)";
}
