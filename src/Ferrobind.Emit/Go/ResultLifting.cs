using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>How what C returns becomes Go values.</summary>
/// <param name="Types">The Go result types, without the error.</param>
/// <param name="Zeros">What stands in their place when the call failed.</param>
/// <param name="Value">The value, from the variable that has C's result; null where there is none, or where it is to be read.</param>
/// <param name="IsMissing">The condition under which there is none; null where there always is one, or where it is to be read.</param>
internal sealed record ResultLifting(
    ImmutableArray<string> Types, ImmutableArray<string> Zeros, Func<string, string>? Value, Func<string, string>? IsMissing = null)
{
    public static ResultLifting Of(GoPackage package, ExportPlan export) => Of(package, export.Result, package.Called(export));

    private static ResultLifting Of(GoPackage package, ResultForm form, string function) => form switch
    {
        UnitResult => new([], [], null),
        ScalarResult { Kind: ScalarKind.U128 } => new(["*big.Int"], ["nil"],
            r => $"fbFromUint128(uint64({r}.value.low), uint64({r}.value.high))"),
        ScalarResult { Kind: ScalarKind.I128 } => new(["*big.Int"], ["nil"],
            r => $"fbFromInt128(uint64({r}.value.low), int64({r}.value.high))"),
        ScalarResult scalar when GoScalar.Of(scalar.Kind) is var go => new([go.Type], [go.Zero], r => $"{go.Type}({r}.value)"),
        TextResult => new(["string"], ["\"\""], r => $"fbText({Memory(r)})"),
        SliceResult slice when GoScalar.Of(slice.Element).Element is var element =>
            new(["[]" + element], ["nil"], r => $"fbSlice[{element}]({Memory(r)})"),
        OptionalResult optional => Optional(Of(package, optional.Inner, function)) with { IsMissing = r => $"!{r}.some" },
        NamedResult named when new NamedValue(named.Key) is var type => new(
            [package.Types.Of(type)], [package.Types.Zero(type)], r => package.Mirrors.FromC(type, r + ".value")),
        RecordSliceResult slice when (RecordPlan)package.Types.Plan(slice.Key) is var record => new(
            ["[]" + record.GoName], ["nil"], r => package.Mirrors.Copied(record, Memory(r))),
        HandleResult { IsOptional: true } handle => Number(Of(package, handle with { IsOptional = false }, function)),
        HandleResult handle when new HandleValue(handle.Key) is var type => new(
            [package.Types.Of(type)], ["nil"], r => package.Handles.New(handle.Key, $"uint64({r}.value)")),
        SequenceResult { IsOptional: true } sequence => Number(Of(package, sequence with { IsOptional = false }, function)),
        SequenceResult sequence => new(
            [SequenceLifting.Type(package, sequence.Item)], ["nil"],
            r => SequenceLifting.Value(package, sequence.Item, $"uint64({r}.value)", function)),
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
            [.. types.Select(package.Types.Of)], [.. types.Select(package.Types.Zero)], null);
        return isOptional ? Optional(lifting) : lifting;
    }

    private static ResultLifting Number(ResultLifting lifting) => Optional(lifting) with { IsMissing = r => $"{r}.value == 0" };

    private static ResultLifting Optional(ResultLifting lifting) =>
        lifting with { Types = lifting.Types.Add("bool"), Zeros = lifting.Zeros.Add("false") };

    private static string Memory(string r) => $"{r}.data, uintptr({r}.len), uintptr({r}.capacity)";
}
