using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace RustPackage.Interop;

/// <summary>In the place of the generated P/Invokes: memory of this process, counted.</summary>
internal static unsafe class Native
{
    [ThreadStatic]
    private static List<(nuint Capacity, nuint Align)>? _released;

    [ThreadStatic]
    private static List<ulong>? _closed;

    [ThreadStatic]
    private static Func<ulong, uint, ReturnedBuffer>? _next;

    /// <summary>What this thread released, in order.</summary>
    public static List<(nuint Capacity, nuint Align)> Released => _released ??= [];

    /// <summary>What this thread closed, in order.</summary>
    public static List<ulong> Closed => _closed ??= [];

    /// <summary>What answers to this thread's calls of <see cref="Next"/>: the handle, and how many are wanted.</summary>
    public static Func<ulong, uint, ReturnedBuffer> OnNext
    {
        set => _next = value;
    }

    public static void Release(void* data, nuint capacity, nuint align)
    {
        NativeMemory.Free(data);
        Released.Add((capacity, align));
    }

    /// <summary>Memory that stays, for an answer.</summary>
    public static byte* Room(Answer* answer, nuint length)
    {
        answer->Data = (byte*)NativeMemory.Alloc(length);
        answer->Capacity = length;
        return answer->Data;
    }

    public static void Close(HandleToken handle) => Closed.Add(handle.Value);

    public static void Forget(HandleToken handle) => ForgottenHandles.Add(handle.Value);

    public static ReturnedBuffer Next(HandleToken sequence, uint most, Scratch* scratch) => _next!(sequence.Value, most);
}
