using System;
using System.Linq;
using System.Text;
using RustPackage.Interop;
using Xunit;

namespace Ferrobind.Runtime.CSharp.Tests;

public sealed class TextArgumentTests
{
    private const int StackSize = 256;

    public static TheoryData<string, int> Texts()
    {
        var data = new TheoryData<string, int>();
        foreach (var unit in (string[])["a", "é", "語", "😀", "aé語😀"])
        {
            foreach (var count in (int[])[0, 1, 63, 64, 65, 85, 86, 127, 128, 129, 255, 256, 257, 5461, 5462, 16_384, 16_385, 50_000])
                data.Add(unit, count);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_is_the_utf8_that_dotnet_makes_of_it(string unit, int count)
    {
        var text = string.Concat(Enumerable.Repeat(unit, count));
        using var argument = new TextArgument(text, stackalloc byte[StackSize]);
        Assert.Equal(Encoding.UTF8.GetBytes(text), argument.Bytes.ToArray());
    }

    [Fact]
    public void Text_that_fits_stays_on_the_stack()
    {
        Span<byte> stack = stackalloc byte[StackSize];
        using var argument = new TextArgument(new string('a', StackSize), stack);
        Assert.True(argument.Bytes.Overlaps(stack));
        Assert.Equal(StackSize, argument.Bytes.Length);
    }

    // Not as data of a theory: an attribute's strings are UTF-8, which has no lone surrogates.
    private static readonly string[] _damaged = ["\ud800", "\udc00", "a\ud800b", "\udc00\ud800"];

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused_with_the_parameters_name()
    {
        foreach (var damaged in _damaged)
            RefusesWherever(damaged);
    }

    [Fact]
    public void Null_is_refused_with_the_parameters_name()
    {
        string name = null!;
        var exception = Assert.Throws<ArgumentNullException>(() => new TextArgument(name, stackalloc byte[StackSize]).Dispose());
        Assert.Equal("name", exception.ParamName);
    }

    private static void RefusesWherever(string damaged)
    {
        foreach (var padding in (int[])[0, 84, 254, 255, 256, 20_000])
        {
            foreach (var text in (string[])[damaged + new string('x', padding), new string('x', padding) + damaged])
            {
                var exception = Assert.Throws<ArgumentException>(() => new TextArgument(text, stackalloc byte[StackSize]).Dispose());
                Assert.Equal("text", exception.ParamName);
            }
        }
    }
}
