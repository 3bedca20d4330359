using Ferrobind.Api;

namespace Ferrobind.Planning.Monomorphisation;

/// <summary>
/// The bounds that say which type a caller in another language would pass: text, bytes, or a path (which is text).
/// Any other bound on the same parameter is left to the compiler.
/// </summary>
internal static class WellKnownBound
{
    private static readonly TypeRef Text = new ReferenceType(null, false, new PrimitiveType("str"));
    private static readonly TypeRef Bytes =
        new ReferenceType(null, false, new SliceType(new PrimitiveType("u8")));

    /// <summary>The type to instantiate a parameter with, or null where no bound is a well-known one.</summary>
    public static TypeRef? Instantiation(IEnumerable<Bound> bounds)
    {
        TypeRef? found = null;
        foreach (var bound in bounds.OfType<TraitBound>().Where(b => !b.IsMaybe))
        {
            var candidate = bound.Trait.Definition.Path switch
            {
                "core::convert::AsRef" or "core::borrow::Borrow" => Viewed(Argument(bound.Trait)),
                "core::convert::Into" => Converted(Argument(bound.Trait)),
                "alloc::string::ToString" => Text,
                _ => null,
            };

            // AsRef<[u8]> and AsRef<str> together are met by text alone: text is bytes, too.
            if (candidate is not null && (found is null || ReferenceEquals(candidate, Text)))
                found = candidate;
        }

        return found;
    }

    private static TypeRef? Viewed(TypeRef? target) => target switch
    {
        null => null,
        SliceType { Element: PrimitiveType { Name: "u8" } } => Bytes,
        SliceType slice when Scalars.Element(slice.Element) is not null => new ReferenceType(null, false, slice),
        _ when target.IsStr() || target.Is("std::path::Path") || target.Is("std::ffi::os_str::OsStr") => Text,
        _ => null,
    };

    private static TypeRef? Converted(TypeRef? target) => target switch
    {
        null => null,
        _ when target.Is("std::path::PathBuf") || target.Is("std::ffi::os_str::OsString") => Text,
        _ when target.IsOption(out var inner) => Converted(inner),
        _ when Scalars.Of(target) is not null => target,
        _ when target.IsOwned(out var inside) || target.IsCow(out inside) => Viewed(inside),
        ReferenceType { IsMutable: false } reference => Viewed(reference.Target),
        _ => null,
    };

    private static TypeRef? Argument(TraitRef trait) =>
        trait.Arguments.OfType<TypeArgument>().Select(a => a.Type).FirstOrDefault();
}
