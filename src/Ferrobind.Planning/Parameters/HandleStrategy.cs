using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Parameters;

/// <summary>A type that is no data, or a reference to one: a handle.</summary>
internal static class HandleStrategy
{
    public static PlannedParameter? Plan(TypeRef type, TypeRegistry types)
    {
        var isOptional = type.IsOption(out var inside);
        var (target, access, conversion) = (isOptional ? inside : type) switch
        {
            ReferenceType { IsMutable: false } reference when reference.Target.Is("alloc::sync::Arc", out var shared) =>
                (shared, HandleAccess.Arc, RustConversion.Reference),
            ReferenceType { IsMutable: false } reference when reference.Target.Is("alloc::rc::Rc", out var shared) =>
                (shared, HandleAccess.Rc, RustConversion.Reference),
            ReferenceType reference => (
                reference.Target, reference.IsMutable ? HandleAccess.Exclusive : HandleAccess.Shared, RustConversion.Pass),
            var owned when owned.Is("alloc::sync::Arc", out var shared) => (shared, HandleAccess.Arc, RustConversion.Pass),
            var owned when owned.Is("alloc::rc::Rc", out var shared) => (shared, HandleAccess.Rc, RustConversion.Pass),
            var owned when owned.Is("alloc::boxed::Box", out var boxed) => (boxed, HandleAccess.Consumed, RustConversion.Into),
            var value => (value, HandleAccess.Consumed, RustConversion.Pass),
        };
        if (types.Handles.Plan(target) is not { } handle)
            return null;
        if (access is HandleAccess.Consumed && conversion is RustConversion.Pass && target is PathType path && types.Handles.IsCopy(path))
            access = HandleAccess.Copied;

        // What has no size is in a box already.
        if (types.Handles.IsUnsized(target) && conversion is RustConversion.Into)
            conversion = RustConversion.Pass;
        return new PlannedParameter(new HandleParameter(handle.Key, access, isOptional), conversion);
    }
}
