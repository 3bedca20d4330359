using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>A scalar's types in Go and in C as cgo sees it.</summary>
/// <param name="Type">In Go: <c>uint</c>.</param>
/// <param name="CType">Behind <c>C.</c>: <c>size_t</c>.</param>
/// <param name="Zero">What a function returns in its place when it fails.</param>
/// <param name="SharesPointers">A Go pointer to it converts to a C one; else that takes an <c>unsafe.Pointer</c>.</param>
internal sealed record GoScalar(string Type, string CType, string Zero = "0", bool SharesPointers = true)
{
    public static GoScalar Of(ScalarKind kind) => kind switch
    {
        ScalarKind.Bool => new("bool", "bool", "false"),
        ScalarKind.Char => new("rune", "uint32_t", SharesPointers: false),
        ScalarKind.I8 => new("int8", "int8_t"),
        ScalarKind.I16 => new("int16", "int16_t"),
        ScalarKind.I32 => new("int32", "int32_t"),
        ScalarKind.I64 => new("int64", "int64_t"),
        ScalarKind.I128 => new("*big.Int", "fb_i128", "nil", SharesPointers: false),
        ScalarKind.Isize => new("int", "ptrdiff_t", SharesPointers: false),
        ScalarKind.U8 => new("uint8", "uint8_t"),
        ScalarKind.U16 => new("uint16", "uint16_t"),
        ScalarKind.U32 => new("uint32", "uint32_t"),
        ScalarKind.U64 => new("uint64", "uint64_t"),
        ScalarKind.U128 => new("*big.Int", "fb_u128", "nil", SharesPointers: false),
        ScalarKind.Usize => new("uint", "size_t", SharesPointers: false),
        ScalarKind.F32 => new("float32", "float"),
        ScalarKind.F64 => new("float64", "double"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a scalar"),
    };

    /// <summary>The type as an element: <c>byte</c>, where a <c>uint8</c> alone is a number.</summary>
    public string Element => Type == "uint8" ? "byte" : Type;

    public static bool Is128(ScalarKind kind) => kind is ScalarKind.I128 or ScalarKind.U128;
}
