using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>How a Go parameter becomes C arguments.</summary>
/// <param name="GoType">Its type in Go.</param>
/// <param name="Prelude">The statements before the call.</param>
/// <param name="Arguments">The C arguments, in order.</param>
/// <param name="KeptAlive">What must stay alive where the result may point into it; null where there is no memory.</param>
internal sealed record ParameterLowering(
    string GoType, ImmutableArray<string> Prelude, ImmutableArray<string> Arguments, string? KeptAlive)
{
    /// <summary>Of an optional parameter: the variable with what the pointer points to, or zero.</summary>
    public string? Value { get; init; }

    /// <summary>A variable with handles, which must not be released before the call ends; else null.</summary>
    public string? Handles { get; init; }

    /// <summary>A variable that the arguments point to without Go knowing it; else null.</summary>
    public string? OnStack { get; init; }

    /// <summary>The variable with what Rust calls back; else null.</summary>
    public string? Closure { get; init; }

    /// <param name="writer">The variable that watches over what is written.</param>
    /// <param name="onError">The statement that gives up with the error <c>{0}</c>.</param>
    public static ParameterLowering Of(
        GoPackage package, ExportPlan export, ParameterPlan parameter, LocalNames names, string writer, Func<string, string> onError)
    {
        var name = LocalNames.Parameter(parameter);
        return parameter.Form switch
        {
            ScalarParameter { Kind: var kind } when GoScalar.Is128(kind) => Wide(package.Called(export), parameter, names, onError, kind, isOptional: false),
            OptionalParameter { Inner: ScalarParameter { Kind: var kind } } when GoScalar.Is128(kind) =>
                Wide(package.Called(export), parameter, names, onError, kind, isOptional: true),
            OptionalParameter { Inner: var inner } => Optional(inner, name, names),
            NamedParameter named when new NamedValue(named.Key) is var type =>
                new(package.Types.Of(type), [], [package.Mirrors.ToC(type, name)], null),
            RecordSliceParameter slice when (RecordPlan)package.Types.Plan(slice.Key) is var record =>
                new("[]" + record.GoName, [], [package.Mirrors.Shared(record, name), $"C.size_t(len({name}))"], name),
            WireParameter wire => Wire(package, export, parameter, wire, names, writer, onError),
            ClosureParameter closure when names.Take(name + "Closure") is var variable => new(
                ClosureWriter.Type(package, closure),
                [ClosureWriter.Write(package, export, parameter, closure, variable, onError)],
                [$"C.uintptr_t({variable}.context())"], null)
            { Closure = variable },
            HandleParameter handle => new(
                TypeOf(package, parameter), [], [$"C.uint64_t({package.Handles.Token(handle.Key, name)})"], null)
            { Handles = name },
            var form => new(Type(form), [], CArguments(form, name), form.IsMemory ? name : null),
        };
    }

    /// <summary>The parameter's type in Go.</summary>
    public static string TypeOf(GoPackage package, ParameterPlan parameter) => parameter.Form switch
    {
        ScalarParameter or TextParameter or SliceParameter => Type(parameter.Form),
        OptionalParameter { Inner: ScalarParameter { Kind: var kind } } when GoScalar.Is128(kind) => "*big.Int",
        OptionalParameter { Inner: var inner } => "*" + Type(inner),
        NamedParameter named => package.Types.Plan(named.Key).GoName,
        RecordSliceParameter slice => "[]" + package.Types.Plan(slice.Key).GoName,
        ClosureParameter closure => ClosureWriter.Type(package, closure),
        HandleParameter handle => "*" + package.Types.Plan(handle.Key).GoName,
        WireParameter wire => (parameter.IsInOut ? "*" : "") + package.Types.Of(wire.Type),
        var form => throw new ArgumentOutOfRangeException(nameof(parameter), form, "not a parameter form"),
    };

    private static string Type(ParameterForm form) => form switch
    {
        ScalarParameter scalar => GoScalar.Of(scalar.Kind).Type,
        TextParameter => "string",
        SliceParameter slice => "[]" + GoScalar.Of(slice.Element).Element,
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "not a form of a value"),
    };

    private static ImmutableArray<string> CArguments(ParameterForm form, string name) => form switch
    {
        ScalarParameter scalar => [$"C.{GoScalar.Of(scalar.Kind).CType}({name})"],
        TextParameter => [$"(*C.uint8_t)(unsafe.StringData({name}))", $"C.size_t(len({name}))"],
        SliceParameter slice => [Data(GoScalar.Of(slice.Element), name), $"C.size_t(len({name}))"],
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "not a form of a value"),
    };

    private static string Data(GoScalar element, string name) => element.SharesPointers
        ? $"(*C.{element.CType})(unsafe.SliceData({name}))"
        : $"(*C.{element.CType})(unsafe.Pointer(unsafe.SliceData({name})))";

    /// <summary>A pointer in Go; null is None.</summary>
    private static ParameterLowering Optional(ParameterForm inner, string name, LocalNames names)
    {
        var value = names.Take(name + "Value");
        return new(
            "*" + Type(inner),
            [$"{value} := fbValue({name})"],
            [.. CArguments(inner, value), $"C.bool({name} != nil)"],
            inner.IsMemory ? value : null)
        { Value = value };
    }

    /// <summary>Bytes on the stack, and on the heap if they are many. What the call changes is behind a pointer.</summary>
    private static ParameterLowering Wire(
        GoPackage package, ExportPlan export, ParameterPlan parameter, WireParameter wire, LocalNames names, string writer,
        Func<string, string> onError)
    {
        var name = LocalNames.Parameter(parameter);
        var (space, data) = (names.Take(name + "Space"), names.Take(name + "Data"));
        var error = package.Wire.Layout.MayFail(wire.Type) ? names.Take(name + "Err") : "";
        var function = package.Called(export);
        var value = parameter.IsInOut ? "*" + name : name;
        // Where Rust calls back, the stack may move while it has the pointer, so Go is to know.
        var isHidden = package.Wire.Layout.HasRecursion(wire.Type) && !export.Closures.Any();
        var prelude = ImmutableArray.CreateBuilder<string>();
        if (parameter.IsInOut)
        {
            prelude.Add($$"""
                if {{name}} == nil {
                	{{onError($"&ArgumentError{{Func: \"{function}\", Param: \"{parameter.RustName}\", Message: \"is nil\"}}")}}
                }
                """);
        }

        prelude.Add($"""
            var {space} [fbSpace]byte
            {data} := {package.Wire.Writer.Append(wire.Type, value, isHidden ? $"fbStack(&{space})" : space + "[:0]", "&" + writer)}
            """);
        if (package.Wire.Layout.MayFail(wire.Type))
        {
            prelude.Add($$"""
                if {{error}} := {{writer}}.done("{{function}}", "{{parameter.RustName}}"); {{error}} != nil {
                	{{onError(error)}}
                }
                """);
        }

        return new(
            TypeOf(package, parameter), prelude.ToImmutable(),
            [$"(*C.uint8_t)(unsafe.SliceData({data}))", $"C.size_t(len({data}))"], null)
        {
            OnStack = isHidden ? space : null,
            Handles = package.TakesHandles(parameter) ? name : null,
        };
    }

    /// <summary>A 128-bit integer: its halves, after a check. It is a pointer already, and nil is None.</summary>
    private static ParameterLowering Wide(
        string function, ParameterPlan parameter, LocalNames names, Func<string, string> onError, ScalarKind kind, bool isOptional)
    {
        var name = LocalNames.Parameter(parameter);
        var (low, high, error) = (names.Take(name + "Low"), names.Take(name + "High"), names.Take(name + "Err"));
        var (split, highType) = kind is ScalarKind.U128 ? ("fbUint128", "uint64_t") : ("fbInt128", "int64_t");
        var call = $"{split}(\"{function}\", \"{parameter.RustName}\", {name})";
        var argument = $"C.{GoScalar.Of(kind).CType}{{low: C.uint64_t({low}), high: C.{highType}({high})}}";
        var check = $$"""
            if {{error}} != nil {
            	{{onError(error)}}
            }
            """;
        if (!isOptional)
            return new("*big.Int", [$"{low}, {high}, {error} := {call}", check], [argument], null);

        var some = names.Take(name + "OrZero");
        return new(
            "*big.Int",
            [
                $$"""
                {{some}} := {{name}}
                if {{name}} == nil {
                	{{some}} = new(big.Int)
                }
                {{low}}, {{high}}, {{error}} := {{call.Replace($", {name})", $", {some})", StringComparison.Ordinal)}}
                """,
                check,
            ],
            [argument, $"C.bool({name} != nil)"],
            null);
    }
}
