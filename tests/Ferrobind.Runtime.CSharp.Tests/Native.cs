using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace RustPackage.Interop;

/// <summary>In the place of the generated P/Invokes: memory of this process, counted.</summary>
internal static unsafe class Native
{
    [ThreadStatic]
    private static List<(nuint Capacity, nuint Align)>? _released;

    /// <summary>What this thread released, in order.</summary>
    public static List<(nuint Capacity, nuint Align)> Released => _released ??= [];

    public static void Release(void* data, nuint capacity, nuint align)
    {
        NativeMemory.Free(data);
        Released.Add((capacity, align));
    }
}
