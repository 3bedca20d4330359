using Ferrobind.Api;
using Ferrobind.Plan;

namespace Ferrobind.Planning.Functions;

/// <summary>Rust types that are C types, on the platforms that Ferrobind builds for (LP64).</summary>
internal static class CTypes
{
    public static CType? Of(TypeRef type) => type switch
    {
        PointerType pointer => Pointee(pointer.Target) is { } target ? new CPointer(pointer.IsMutable, target) : null,
        PathType path => Named(path.Definition.Path),
        _ when Scalars.Of(type) is { } kind
            and not (ScalarKind.Char or ScalarKind.I128 or ScalarKind.U128) => new CScalar(kind),
        _ => null,
    };

    private static CType? Pointee(TypeRef type) =>
        type.Is("core::ffi::c_void") || type is PathType { Definition.Kind: ItemKind.Struct or ItemKind.Union }
            ? new CVoid()
            : Of(type);

    private static CType? Named(string path) => path switch
    {
        "core::ffi::c_char" => new CChar(),
        "core::ffi::c_schar" => new CScalar(ScalarKind.I8),
        "core::ffi::c_uchar" => new CScalar(ScalarKind.U8),
        "core::ffi::c_short" => new CScalar(ScalarKind.I16),
        "core::ffi::c_ushort" => new CScalar(ScalarKind.U16),
        "core::ffi::c_int" => new CScalar(ScalarKind.I32),
        "core::ffi::c_uint" => new CScalar(ScalarKind.U32),
        "core::ffi::c_long" or "core::ffi::c_longlong" => new CScalar(ScalarKind.I64),
        "core::ffi::c_ulong" or "core::ffi::c_ulonglong" => new CScalar(ScalarKind.U64),
        "core::ffi::c_float" => new CScalar(ScalarKind.F32),
        "core::ffi::c_double" => new CScalar(ScalarKind.F64),
        _ => null,
    };
}
