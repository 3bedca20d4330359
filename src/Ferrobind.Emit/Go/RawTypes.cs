using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>C's types in Go, for the raw functions: a pointer stays a pointer, to <c>byte</c> where it is a <c>char</c>.</summary>
internal static class RawTypes
{
    public static string Go(CType type) => type switch
    {
        CScalar scalar => GoScalar.Of(scalar.Kind).Type,
        CChar => "byte",
        CPointer { Target: CVoid } => "unsafe.Pointer",
        CPointer { Target: var target } => "*" + Go(target),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a type of a value"),
    };

    private static string C(CType type) => type switch
    {
        CScalar scalar => "C." + GoScalar.Of(scalar.Kind).CType,
        CChar => "C.char",
        CPointer { Target: CVoid } => "unsafe.Pointer",
        CPointer { Target: var target } => "*" + C(target),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a type of a value"),
    };

    /// <summary>The conversion of a Go value to C.</summary>
    public static string ToC(CType type, string value) => type switch
    {
        CPointer { Target: CVoid } => value,
        CPointer => $"({C(type)})(unsafe.Pointer({value}))",
        _ => $"{C(type)}({value})",
    };

    /// <summary>The conversion of a C value to Go.</summary>
    public static string ToGo(CType type, string value) => type switch
    {
        CPointer { Target: CVoid } => value,
        CPointer => $"({Go(type)})(unsafe.Pointer({value}))",
        _ => $"{Go(type)}({value})",
    };

    /// <summary><c>const char *</c>: a C string that is not the caller's to change or to free.</summary>
    public static bool IsText(CType type) => type is CPointer { IsMutable: false, Target: CChar };

    public static bool HasVoidPointer(CType type) => type switch
    {
        CPointer { Target: CVoid } => true,
        CPointer pointer => HasVoidPointer(pointer.Target),
        _ => false,
    };
}
