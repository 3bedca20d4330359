using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Results;

/// <summary>Results that are no data: a handle, perhaps one that borrows.</summary>
internal static class HandleResults
{
    public static HandleResult? Plan(TypeRef type, TypeRegistry types)
    {
        var isOptional = type.IsOption(out var inside);
        var (target, source) = (isOptional ? inside : type) switch
        {
            ReferenceType reference => (
                reference.Target, reference.IsMutable ? HandleSource.MutableReference : HandleSource.Reference),
            var owned when owned.Is("alloc::boxed::Box", out var boxed) => (boxed, HandleSource.Box),
            var owned when owned.Is("alloc::sync::Arc", out var shared) => (shared, HandleSource.Arc),
            var owned when owned.Is("alloc::rc::Rc", out var shared) => (shared, HandleSource.Rc),
            var value => (value, HandleSource.Value),
        };
        return types.Handles.Plan(target) is { } handle ? new HandleResult(handle.Key, source, isOptional) : null;
    }
}
