using System;
using System.Linq;
using System.Text;
using RustPackage.Interop;
using Xunit;

namespace Ferrobind.Runtime.CSharp.Tests;

public sealed class CTextArgumentTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("語")]
    [InlineData("😀")]
    public void Text_ends_with_one_nul(string unit)
    {
        Span<byte> stack = stackalloc byte[256];
        foreach (var count in (int[])[0, 1, 63, 64, 84, 85, 86, 127, 128, 254, 255, 256, 257, 1000])
        {
            var text = string.Concat(Enumerable.Repeat(unit, count));
            using var argument = new CTextArgument(text, stack);
            Assert.Equal([.. Encoding.UTF8.GetBytes(text), 0], argument.Bytes.ToArray());
        }
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("a\0b")]
    [InlineData("a\0")]
    public void Text_that_is_no_c_string_is_refused_with_the_parameters_name(string text)
    {
        var exception = Assert.Throws<ArgumentException>(() => new CTextArgument(text, stackalloc byte[256]).Dispose());
        Assert.Equal("text", exception.ParamName);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused() =>
        Assert.Throws<ArgumentException>(() => new CTextArgument("\ud800", stackalloc byte[256]).Dispose());

    [Fact]
    public void Null_is_refused() =>
        Assert.Throws<ArgumentNullException>(() => new CTextArgument(null!, stackalloc byte[256]).Dispose());
}
