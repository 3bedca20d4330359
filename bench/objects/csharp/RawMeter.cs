namespace FbbenchObjects;

/// <summary>A pointer to a meter that nobody watches: to be freed once, and not used after that.</summary>
public readonly struct RawMeter(long offset)
{
    private readonly nint _meter = Native.objects_meter_new(offset);

    public long Read(long value) => Native.objects_meter_read(_meter, value);

    public void Free() => Native.objects_meter_free(_meter);
}
