using Ferrobind.Api;

namespace Ferrobind.Planning;

/// <summary>Recognises the standard library's types by where they are defined, whatever path a crate wrote.</summary>
internal static class StdTypes
{
    /// <summary>The type and its first type argument, if it is the type defined at <paramref name="path"/>.</summary>
    public static bool Is(this TypeRef type, string path, out TypeRef argument)
    {
        argument = TypeRef.Unit;
        if (type is not PathType named || named.Definition.Path != path)
            return false;
        argument = named.TypeArguments().FirstOrDefault() ?? TypeRef.Unit;
        return true;
    }

    public static bool Is(this TypeRef type, string path) => type.Is(path, out _);

    public static IEnumerable<TypeRef> TypeArguments(this PathType type) =>
        type.Arguments.OfType<TypeArgument>().Select(a => a.Type);

    public static bool IsStr(this TypeRef type) => type is PrimitiveType { Name: "str" };

    public static bool IsUnit(this TypeRef type) => type is TupleType { Elements.IsEmpty: true };

    /// <summary><c>Option&lt;T&gt;</c></summary>
    public static bool IsOption(this TypeRef type, out TypeRef inner) => type.Is("core::option::Option", out inner);

    /// <summary><c>Result&lt;T, E&gt;</c></summary>
    public static bool IsResult(this TypeRef type, out TypeRef ok, out TypeRef error)
    {
        (ok, error) = (TypeRef.Unit, TypeRef.Unit);
        if (type is not PathType { Definition.Path: "core::result::Result" } result)
            return false;
        var arguments = result.TypeArguments().ToArray();
        if (arguments.Length != 2)
            return false;
        (ok, error) = (arguments[0], arguments[1]);
        return true;
    }

    /// <summary>An owned container of text or of a slice: what is inside, <c>str</c> or <c>[T]</c>.</summary>
    public static bool IsOwned(this TypeRef type, out TypeRef inside)
    {
        if (type.Is("alloc::string::String"))
        {
            inside = new PrimitiveType("str");
            return true;
        }

        if (type.Is("alloc::vec::Vec", out var element))
        {
            inside = new SliceType(element);
            return true;
        }

        foreach (var pointer in (ReadOnlySpan<string>)["alloc::boxed::Box", "alloc::rc::Rc", "alloc::sync::Arc"])
        {
            if (type.Is(pointer, out inside) && (inside.IsStr() || inside is SliceType))
                return true;
        }

        inside = TypeRef.Unit;
        return false;
    }

    /// <summary><c>Cow&lt;'a, B&gt;</c>: what is borrowed.</summary>
    public static bool IsCow(this TypeRef type, out TypeRef borrowed) => type.Is("alloc::borrow::Cow", out borrowed);
}
