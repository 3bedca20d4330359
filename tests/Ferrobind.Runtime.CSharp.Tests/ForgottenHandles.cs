using System.Collections.Concurrent;

namespace RustPackage.Interop;

/// <summary>The handles that finalizers released, on their thread.</summary>
internal static class ForgottenHandles
{
    private static readonly ConcurrentDictionary<ulong, int> Counts = new();

    public static void Add(ulong handle) => Counts.AddOrUpdate(handle, 1, (_, count) => count + 1);

    public static int CountOf(ulong handle) => Counts.TryGetValue(handle, out var count) ? count : 0;
}
