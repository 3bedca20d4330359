using System;
using RustPackage.Interop;
using Xunit;

namespace Ferrobind.Runtime.CSharp.Tests;

public sealed unsafe class ClosureTests
{
    private static (string Text, bool Ok) Ask(Closure closure, string arguments)
    {
        var context = closure.Open();
        try
        {
            var space = stackalloc byte[8];
            var answer = new Answer { Data = space, Capacity = 8 };
            var bytes = System.Text.Encoding.UTF8.GetBytes(arguments);
            fixed (byte* data = bytes)
            {
                var ok = Closure.Function(context, data, (nuint)bytes.Length, &answer) != 0;
                return (System.Text.Encoding.UTF8.GetString(answer.Data, (int)answer.Length), ok);
            }
        }
        finally
        {
            closure.Close();
        }
    }

    private static void Echo(ref WireReader arguments, ref WireWriter answer) => answer.WriteText(arguments.ReadText());

    [Theory]
    [InlineData("")]
    [InlineData("four")]
    [InlineData("too large for the space")]
    public void A_closure_answers(string text)
    {
        var wire = $"{(char)text.Length}\0\0\0{text}";
        Assert.Equal((wire, true), Ask(new Closure(Echo, "f"), wire));
    }

    [Fact]
    public void An_exception_is_the_same_again_and_the_first()
    {
        var first = new InvalidTimeZoneException();
        Exception next = first;
        var closure = new Closure((ref WireReader _, ref WireWriter _) => throw next, "f");
        Assert.False(Ask(closure, "").Ok);
        next = new InvalidCastException();
        Assert.False(Ask(closure, "").Ok);
        var failure = new Failure { Kind = Failure.ClosureKind };
        Assert.Same(first, Record.Exception(() => Rethrow(closure, failure)));
        failure.Kind = Failure.PanicKind;
        Assert.Same(first, Record.Exception(() => Rethrow(closure, failure)));
    }

    [Fact]
    public void Other_failures_are_not_the_closures()
    {
        var closure = new Closure((ref WireReader _, ref WireWriter _) => throw new InvalidTimeZoneException(), "f");
        Rethrow(closure, new Failure { Kind = Failure.ClosureKind });
        Ask(closure, "");
        Rethrow(closure, new Failure { Kind = Failure.ErrorKind });
        Rethrow(closure, new Failure { Kind = Failure.ArgumentKind });
    }

    private static void Rethrow(Closure closure, Failure failure) => closure.Rethrow(&failure);
}
