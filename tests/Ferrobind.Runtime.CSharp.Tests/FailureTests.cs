using System;
using System.Runtime.InteropServices;
using System.Text;
using RustPackage;
using RustPackage.Interop;
using Xunit;

namespace Ferrobind.Runtime.CSharp.Tests;

public sealed unsafe class FailureTests
{
    [Fact]
    public void Error_is_the_general_exception_with_its_message()
    {
        var exception = Assert.Throws<RustException>(() => Fail(Failure.ErrorKind, "größer", "")->Throw());
        Assert.Equal("größer", exception.Message);
    }

    [Fact]
    public void Error_is_the_exception_that_its_type_has()
    {
        var exception = Fail(Failure.ErrorKind, "", "")->ToException(static (message, _, _) => new FormatException($"<{message}>"));
        Assert.Equal("<>", Assert.IsType<FormatException>(exception).Message);
    }

    [Fact]
    public void Panic_has_its_message_and_its_place()
    {
        var exception = Assert.Throws<RustPanicException>(() => Fail(Failure.PanicKind, "oops", "src/lib.rs:1:2")->Throw());
        Assert.Equal(("oops", "src/lib.rs:1:2"), (exception.Message, exception.RustLocation));
        Assert.Null(Assert.Throws<RustPanicException>(() => Fail(Failure.PanicKind, "oops", "")->Throw()).RustLocation);
    }

    [Theory]
    [InlineData("text", "text")]
    [InlineData("max_len", "maxLen")]
    [InlineData("_max__len_2", "maxLen2")]
    public void Argument_is_named_as_in_csharp(string rustName, string name)
    {
        var exception = Assert.Throws<ArgumentException>(() => Fail(Failure.ArgumentKind, "not UTF-8", rustName)->Throw());
        Assert.Equal(name, exception.ParamName);
    }

    [Fact]
    public void Discarding_ignores_errors_only()
    {
        Native.Released.Clear();
        Fail(Failure.ErrorKind, "no", "")->DiscardError();
        Assert.Single(Native.Released);
        Assert.Throws<RustPanicException>(() => Fail(Failure.PanicKind, "oops", "")->DiscardError());
        Assert.Throws<ArgumentException>(() => Fail(Failure.ArgumentKind, "no", "text")->DiscardError());
        Assert.Equal(3, Native.Released.Count);
        Assert.All(Native.Released, released => Assert.Equal(8u, released.Align));
    }

    [Fact]
    public void Failure_in_the_scratch_block_is_not_released()
    {
        Native.Released.Clear();
        var failure = new Failure { Kind = Failure.ErrorKind };
        failure.DiscardError();
        Assert.Empty(Native.Released);
    }

    [Fact]
    public void Closed_object_is_disposed()
    {
        var exception = Assert.Throws<ObjectDisposedException>(() => Fail(4, "is a Counter that was closed", "self")->Throw());
        Assert.Equal("Counter", exception.ObjectName);
        Assert.StartsWith("The object is a Counter that was closed.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, RustHandleReason.InUse)]
    [InlineData(6, RustHandleReason.Poisoned)]
    [InlineData(7, RustHandleReason.WrongThread)]
    [InlineData(8, RustHandleReason.ReadOnly)]
    public void Misuse_has_its_reason(uint kind, RustHandleReason reason)
    {
        var exception = Assert.Throws<RustHandleException>(() => Fail(kind, "is an Inner that is not", "by_name")->Throw());
        Assert.Equal(("The argument byName is an Inner that is not.", reason), (exception.Message, exception.Reason));
    }

    [Fact]
    public void Misuse_is_no_error_of_the_function()
    {
        Assert.Throws<RustHandleException>(() => Fail(5, "no", "")->DiscardError());
        Assert.Throws<ObjectDisposedException>(() => Fail(4, "no", "")->TakeError<int>(null));
    }

    private static Failure* Fail(uint kind, string message, string location)
    {
        var (messageBytes, locationBytes) = (Encoding.UTF8.GetBytes(message), Encoding.UTF8.GetBytes(location));
        var size = (nuint)(sizeof(Failure) + messageBytes.Length + locationBytes.Length);
        var failure = (Failure*)NativeMemory.Alloc(size);
        var texts = (byte*)(failure + 1);
        locationBytes.CopyTo(new Span<byte>(texts, locationBytes.Length));
        messageBytes.CopyTo(new Span<byte>(texts + locationBytes.Length, messageBytes.Length));
        *failure = new Failure
        {
            Kind = kind,
            Allocated = size,
            LocationLength = (uint)locationBytes.Length,
            MessageLength = (uint)messageBytes.Length,
        };
        return failure;
    }
}
