using RustPackage.Interop;
using Xunit;

namespace Ferrobind.Runtime.CSharp.Tests;

public sealed class MemoryPressureTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(65535)]
    public void What_is_small_weighs_nothing(long bytes) => Assert.Null(MemoryPressure.Of(bytes));

    [Fact]
    public void What_is_large_is_taken_back_once()
    {
        using var pressure = MemoryPressure.Of(1 << 20);
        Assert.NotNull(pressure);
        pressure.Dispose();
    }
}
