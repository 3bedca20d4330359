using System.Runtime.InteropServices;

namespace FbbenchObjects;

internal abstract class RustHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;
}

internal sealed class MeterHandle : RustHandle
{
    internal MeterHandle(nint meter) => SetHandle(meter);

    protected override bool ReleaseHandle()
    {
        Native.objects_meter_free(handle);
        return true;
    }
}

/// <summary>An iterator, which keeps its meter.</summary>
internal abstract class IteratorHandle : RustHandle
{
    private readonly MeterHandle _meter;

    protected IteratorHandle(MeterHandle meter)
    {
        var isKept = false;
        meter.DangerousAddRef(ref isKept);
        _meter = meter;
    }

    protected nint Meter => _meter.DangerousGetHandle();

    protected override bool ReleaseHandle()
    {
        _meter.DangerousRelease();
        return true;
    }
}

internal sealed class ReadingsHandle : IteratorHandle
{
    internal ReadingsHandle(MeterHandle meter, uint count)
        : base(meter) => SetHandle(Native.objects_meter_readings(Meter, count));

    protected override bool ReleaseHandle()
    {
        Native.objects_readings_free(handle);
        return base.ReleaseHandle();
    }
}

internal sealed class NamesHandle : IteratorHandle
{
    internal NamesHandle(MeterHandle meter)
        : base(meter) => SetHandle(Native.objects_meter_names(Meter));

    protected override bool ReleaseHandle()
    {
        Native.objects_names_free(handle);
        return base.ReleaseHandle();
    }
}
