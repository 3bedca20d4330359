namespace Ferrobind.Emit.Rust.Types;

/// <summary>Names in messages.</summary>
internal static class RustNames
{
    /// <summary>The last segment of a path: <c>Point</c>.</summary>
    public static string Last(string path) => path[(path.LastIndexOf(':') + 1)..];
}
