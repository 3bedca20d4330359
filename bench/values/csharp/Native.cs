using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
[module: SkipLocalsInit]

namespace FbbenchValues;

[InlineArray(32)]
internal struct Room
{
    private ulong _word;
}

internal unsafe struct Out
{
    public byte* Data;
    public nuint Length;
    public nuint Capacity;

    /// <summary>What came back, which is to be freed.</summary>
    public readonly ReadOnlySpan<byte> Bytes
    {
        get
        {
            if (Data == null)
                ThrowFailed(Length);
            return new ReadOnlySpan<byte>(Data, (int)Length);
        }
    }

    public readonly void Free(nuint align = 1)
    {
        if (Capacity != 0)
            Native.values_free(Data, Capacity, align);
    }

    [DoesNotReturn]
    private static void ThrowFailed(nuint why) =>
        throw (why == 1 ? new ArgumentException("the argument is malformed") : new InvalidOperationException("rust panicked"));
}

internal static unsafe partial class Native
{
    private const string Library = "fbbench_values";

    [LibraryImport(Library)]
    internal static partial Quad values_hand_quad(Quad value);

    [LibraryImport(Library)]
    internal static partial void values_hand_quads(Quad* values, nuint length, Out* result);

    [LibraryImport(Library)]
    internal static partial void values_hand_texts(byte* data, nuint length, Out* result);

    [LibraryImport(Library)]
    internal static partial void values_hand_contact(byte* data, nuint length, Room* room, Out* result);

    [LibraryImport(Library)]
    internal static partial void values_hand_counts(byte* data, nuint length, Out* result);

    [LibraryImport(Library)]
    internal static partial void values_hand_event(byte* data, nuint length, Room* room, Out* result);

    [LibraryImport(Library)]
    internal static partial void values_hand_nested(byte* data, nuint length, Room* room, Out* result);

    [LibraryImport(Library)]
    internal static partial void values_json_quad(byte* data, nuint length, Out* result);

    [LibraryImport(Library)]
    internal static partial void values_json_quads(byte* data, nuint length, Out* result);

    [LibraryImport(Library)]
    internal static partial void values_json_texts(byte* data, nuint length, Out* result);

    [LibraryImport(Library)]
    internal static partial void values_json_contact(byte* data, nuint length, Out* result);

    [LibraryImport(Library)]
    internal static partial void values_json_counts(byte* data, nuint length, Out* result);

    [LibraryImport(Library)]
    internal static partial void values_json_event(byte* data, nuint length, Out* result);

    [LibraryImport(Library)]
    internal static partial void values_json_nested(byte* data, nuint length, Out* result);

    [LibraryImport(Library)]
    internal static partial void values_free(byte* data, nuint capacity, nuint align);
}
