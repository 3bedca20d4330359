using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>The C# types of scalars: as the user sees them, and as they cross.</summary>
internal static class CSharpTypes
{
    /// <summary>The type in the public API.</summary>
    public static string Public(ScalarKind kind) => kind switch
    {
        ScalarKind.Bool => "bool",
        ScalarKind.Char => "Rune",
        ScalarKind.I8 => "sbyte",
        ScalarKind.I16 => "short",
        ScalarKind.I32 => "int",
        ScalarKind.I64 => "long",
        ScalarKind.I128 => "Int128",
        ScalarKind.Isize => "nint",
        ScalarKind.U8 => "byte",
        ScalarKind.U16 => "ushort",
        ScalarKind.U32 => "uint",
        ScalarKind.U64 => "ulong",
        ScalarKind.U128 => "UInt128",
        ScalarKind.Usize => "nuint",
        ScalarKind.F32 => "float",
        ScalarKind.F64 => "double",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a scalar"),
    };

    /// <summary>The type in a P/Invoke, of the same size in every case.</summary>
    public static string Native(ScalarKind kind) => kind switch
    {
        ScalarKind.Char => "uint",
        ScalarKind.I128 => "Int128Parts",
        ScalarKind.U128 => "UInt128Parts",
        _ => Public(kind),
    };

    /// <summary>The type in a C signature of the crate's own.</summary>
    public static string Raw(CType type) => type switch
    {
        CVoid => "void",
        CChar => "byte",
        CScalar scalar => Native(scalar.Kind),
        CPointer pointer => Raw(pointer.Target) + "*",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a C type"),
    };

    /// <summary>The size in bytes, here (where a pointer has 64 bits) and on the wire.</summary>
    public static int Size(ScalarKind kind) => kind switch
    {
        ScalarKind.Bool or ScalarKind.I8 or ScalarKind.U8 => 1,
        ScalarKind.I16 or ScalarKind.U16 => 2,
        ScalarKind.Char or ScalarKind.I32 or ScalarKind.U32 or ScalarKind.F32 => 4,
        ScalarKind.I128 or ScalarKind.U128 => 16,
        _ => 8,
    };
}
