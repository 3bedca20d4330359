namespace Ferrobind.Emit;

/// <summary>Support code: source of its own language under <c>Runtime/</c>, embedded, and copied as it is.</summary>
internal static class RuntimeSource
{
    /// <summary>The text of a support file, named as in the project: <c>Rust/Runtime/frame.rs</c>.</summary>
    public static string Read(string path)
    {
        var name = $"{typeof(RuntimeSource).Namespace}.{path.Replace('/', '.')}";
        using var stream = typeof(RuntimeSource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"no embedded support file {path}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
