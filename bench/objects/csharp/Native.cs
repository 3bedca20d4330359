using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
[module: SkipLocalsInit]

namespace FbbenchObjects;

internal struct Reading
{
    public long Value;
    public byte Some;
}

internal unsafe struct Name
{
    public byte* Data;
    public nuint Length;
}

internal static unsafe partial class Native
{
    private const string Library = "fbbench_objects";

    [LibraryImport(Library)]
    internal static partial nint objects_meter_new(long offset);

    [LibraryImport(Library)]
    internal static partial nint objects_meter_with_names(long offset, uint count);

    [LibraryImport(Library)]
    internal static partial long objects_meter_read(nint meter, long value);

    [LibraryImport(Library, EntryPoint = "objects_meter_read")]
    internal static partial long objects_meter_read_safe(MeterHandle meter, long value);

    [LibraryImport(Library)]
    internal static partial void objects_meter_free(nint meter);

    [LibraryImport(Library)]
    internal static partial nint objects_meter_readings(nint meter, uint count);

    [LibraryImport(Library)]
    internal static partial Reading objects_readings_next(nint readings);

    [LibraryImport(Library, EntryPoint = "objects_readings_next")]
    internal static partial Reading objects_readings_next_safe(ReadingsHandle readings);

    [LibraryImport(Library)]
    internal static partial void objects_readings_free(nint readings);

    [LibraryImport(Library)]
    internal static partial nint objects_meter_names(nint meter);

    [LibraryImport(Library)]
    internal static partial Name objects_names_next(nint names);

    [LibraryImport(Library, EntryPoint = "objects_names_next")]
    internal static partial Name objects_names_next_safe(NamesHandle names);

    [LibraryImport(Library)]
    internal static partial void objects_names_free(nint names);
}
