using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning;

/// <summary>Rust's primitive types as scalars of the plan.</summary>
internal static class Scalars
{
    public static ScalarKind? Of(TypeRef type) => type is PrimitiveType primitive
        ? primitive.Name switch
        {
            "bool" => ScalarKind.Bool,
            "char" => ScalarKind.Char,
            "i8" => ScalarKind.I8,
            "i16" => ScalarKind.I16,
            "i32" => ScalarKind.I32,
            "i64" => ScalarKind.I64,
            "i128" => ScalarKind.I128,
            "isize" => ScalarKind.Isize,
            "u8" => ScalarKind.U8,
            "u16" => ScalarKind.U16,
            "u32" => ScalarKind.U32,
            "u64" => ScalarKind.U64,
            "u128" => ScalarKind.U128,
            "usize" => ScalarKind.Usize,
            "f32" => ScalarKind.F32,
            "f64" => ScalarKind.F64,
            _ => null,
        }
        : null;

    /// <summary>
    /// A scalar that can be an element of a view: all but the 128-bit ones, for which Go has no type to view as.
    /// </summary>
    public static ScalarKind? Element(TypeRef type) =>
        Of(type) is { } kind and not (ScalarKind.I128 or ScalarKind.U128) ? kind : null;
}
