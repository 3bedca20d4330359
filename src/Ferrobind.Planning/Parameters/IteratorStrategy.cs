using Ferrobind.Api;
using Ferrobind.Plan;
using Ferrobind.Planning.Types;

namespace Ferrobind.Planning.Parameters;

/// <summary>An iterator that Rust consumes: a list.</summary>
internal static class IteratorStrategy
{
    /// <summary>The definition of <c>Vec</c>.</summary>
    public static readonly Definition Vec = new("alloc", "alloc::vec::Vec", ItemKind.Struct);

    public static PlannedParameter? Plan(TypeRef type, TypeRegistry types) =>
        type is PathType { Definition.Path: "alloc::vec::into_iter::IntoIter" } iterator
        && ParameterPlanner.Plan(iterator with { Definition = Vec }, types) is { } list
            ? list with { Conversion = RustConversion.IntoIter }
            : null;
}
