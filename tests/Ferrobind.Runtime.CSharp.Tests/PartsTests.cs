using System;
using System.Runtime.CompilerServices;
using RustPackage.Interop;
using Xunit;

namespace Ferrobind.Runtime.CSharp.Tests;

public sealed class PartsTests
{
    [Fact]
    public void Signed_integers_come_back_as_they_went()
    {
        foreach (var value in (Int128[])[0, 1, -1, long.MinValue, ulong.MaxValue, Int128.MinValue, Int128.MaxValue])
            Assert.Equal(value, new Int128Parts(value).ToInt128());
    }

    [Fact]
    public void Unsigned_integers_come_back_as_they_went()
    {
        foreach (var value in (UInt128[])[0, 1, ulong.MaxValue, (UInt128)ulong.MaxValue + 1, UInt128.MaxValue])
            Assert.Equal(value, new UInt128Parts(value).ToUInt128());
    }

    [Fact]
    public void Halves_are_the_low_one_and_the_high_one()
    {
        var parts = new Int128Parts(-2);
        Assert.Equal((ulong.MaxValue - 1, -1L), (parts.Low, parts.High));
        Assert.Equal((5UL, 7UL), (new UInt128Parts(new UInt128(7, 5)).Low, new UInt128Parts(new UInt128(7, 5)).High));
    }

    [Fact]
    public unsafe void Layouts_are_those_of_the_header()
    {
        Assert.Equal(128, sizeof(Scratch));
        Assert.Equal(32, sizeof(Failure));
        Assert.Equal(32, sizeof(ReturnedBuffer));
        Assert.Equal(40, sizeof(ReturnedOptionBuffer));
        Assert.Equal(16, sizeof(Returned<bool>));
        Assert.Equal(24, sizeof(Returned<Int128Parts>));
        Assert.Equal(24, sizeof(ReturnedOption<double>));
        Assert.Equal(16, Unsafe.SizeOf<UInt128Parts>());
    }
}
