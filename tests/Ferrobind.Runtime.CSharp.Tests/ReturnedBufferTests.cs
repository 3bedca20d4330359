using System;
using System.Runtime.InteropServices;
using System.Text;
using RustPackage.Interop;
using Xunit;

namespace Ferrobind.Runtime.CSharp.Tests;

public sealed unsafe class ReturnedBufferTests
{
    [Fact]
    public void Null_is_empty()
    {
        Assert.Equal("", new ReturnedBuffer().ToText());
        Assert.Empty(new ReturnedBuffer().ToArray<int>());
    }

    [Fact]
    public void Memory_without_capacity_is_copied_and_kept()
    {
        Native.Released.Clear();
        fixed (byte* data = "Zoë"u8)
            Assert.Equal("Zoë", new ReturnedBuffer { Data = data, Length = 4 }.ToText());
        Assert.Empty(Native.Released);
    }

    [Fact]
    public void Memory_with_capacity_is_copied_and_released_with_its_alignment()
    {
        Native.Released.Clear();
        Assert.Equal("Zoë", Allocate<byte>([.. "Zoë"u8], 10).ToText());
        Assert.Equal([1, 2, 3], Allocate<int>([1, 2, 3], 16).ToArray<int>());
        Assert.Equal([new Rune('a')], Allocate<Rune>([new Rune('a')], 4).ToArray<Rune>());
        Assert.Equal([true, false], Allocate<bool>([true, false], 2).ToArray<bool>());
        Assert.Equal([1.5], Allocate<double>([1.5], 8).ToArray<double>());
        Assert.Equal([((nuint)10, (nuint)1), (16, 4), (4, 4), (2, 1), (8, 8)], Native.Released);
    }

    [Fact]
    public void Memory_that_no_array_can_hold_is_released_too()
    {
        Native.Released.Clear();
        var buffer = Allocate<byte>([1], 1);
        buffer.Length = nuint.MaxValue;
        Assert.Throws<OverflowException>(() => buffer.ToText());
        Assert.Equal([((nuint)1, (nuint)1)], Native.Released);
    }

    [Fact]
    public void None_is_null()
    {
        Assert.Null(new ReturnedOptionBuffer().ToText());
        Assert.Null(new ReturnedOptionBuffer().ToArray<byte>());
        Assert.Equal("", new ReturnedOptionBuffer { Some = true }.ToText());
        Assert.Null(new ReturnedOption<int> { Value = 5 }.ToNullable());
        Assert.Equal(5, new ReturnedOption<int> { Value = 5, Some = true }.ToNullable());
    }

    private static ReturnedBuffer Allocate<T>(ReadOnlySpan<T> elements, nuint capacity)
        where T : unmanaged
    {
        var data = NativeMemory.Alloc(capacity);
        elements.CopyTo(new Span<T>(data, elements.Length));
        return new ReturnedBuffer { Data = data, Length = (nuint)elements.Length, Capacity = capacity };
    }
}
