using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using RustPackage;
using RustPackage.Interop;
using Xunit;

namespace Ferrobind.Runtime.CSharp.Tests;

public sealed unsafe class SequenceTests
{
    private readonly List<uint> _wanted = [];

    public SequenceTests()
    {
        Native.Closed.Clear();
        Native.Released.Clear();
    }

    [Fact]
    public void Sequence_yields_every_item_and_is_closed_at_its_end()
    {
        using var sequence = Numbers(1, 2000);
        Assert.Equal(Enumerable.Range(0, 2000).Select(i => (uint)i), sequence.ToList());
        Assert.Equal([32, 128, 512, 512, 512, 512, 512], _wanted);
        Assert.Contains(1ul, Native.Closed);
    }

    [Fact]
    public void Sequence_without_items_is_closed_too()
    {
        Assert.Empty(Numbers(2, 0));
        Assert.Equal([2, 2], Native.Closed);
    }

    [Fact]
    public void Leaving_the_loop_closes_the_sequence()
    {
        foreach (var number in Numbers(3, 100))
        {
            if (number == 5)
                break;
        }

        Assert.Equal([3], Native.Closed);
        Assert.Equal([32], _wanted);
    }

    [Fact]
    public void Sequence_is_enumerated_once()
    {
        using var sequence = Numbers(4, 3);
        Assert.Equal(3, sequence.Count());
        Assert.Throws<InvalidOperationException>(() => sequence.Count());
    }

    [Fact]
    public void Disposed_sequence_is_not_enumerated()
    {
        var sequence = Numbers(5, 3);
        sequence.Dispose();
        sequence.Dispose();
        Assert.Throws<ObjectDisposedException>(() => sequence.Count());
        Assert.Equal([5, 5], Native.Closed);
        Assert.Empty(_wanted);
    }

    [Fact]
    public void Sequence_that_is_disposed_in_its_loop_does_not_just_end()
    {
        var sequence = Numbers(6, 3);
        using var items = sequence.GetEnumerator();
        Assert.True(items.MoveNext());
        sequence.Dispose();
        Assert.Throws<ObjectDisposedException>(() => items.MoveNext());
    }

    [Fact]
    public void Enumerator_that_is_disposed_has_no_more_items()
    {
        var items = Numbers(7, 3).GetEnumerator();
        Assert.True(items.MoveNext());
        items.Dispose();
        Assert.False(items.MoveNext());
        Assert.Throws<NotSupportedException>(items.Reset);
    }

    [Fact]
    public void Object_that_is_an_iterator_is_disposed_with_its_sequence()
    {
        using var stream = new MemoryStream();
        Native.OnNext = (_, _) => Wire(writer => writer.Write(0u));
        using (var items = new RustSequence<uint>(new HandleToken(13), &ReadU32, hasHandles: false).GetEnumerator(iterator: stream))
            Assert.False(items.MoveNext());
        Assert.False(stream.CanRead);
    }

    [Fact]
    public void Panic_in_an_iterator_is_thrown_and_the_loop_closes_it()
    {
        Native.OnNext = (_, _) => new ReturnedBuffer { Failure = Panic() };
        var sequence = new RustSequence<uint>(new HandleToken(8), &ReadU32, hasHandles: false);
        Assert.Throws<RustPanicException>(() => sequence.Count());
        Assert.Equal([8], Native.Closed);
    }

    [Fact]
    public void Objects_that_nobody_got_are_closed()
    {
        Native.OnNext = (_, _) => Wire(writer =>
        {
            writer.Write(3u);
            writer.Write(101ul);
            writer.Write(102ul);
            writer.Write(103ul);
        });
        foreach (var item in new RustSequence<Item>(new HandleToken(9), &ReadItem, hasHandles: true))
        {
            Assert.Equal(101ul, item.Token.Value);
            break;
        }

        Assert.Equal([9, 102, 103], Native.Closed);
    }

    [Fact]
    public void Handle_that_is_none_is_no_item()
    {
        Native.OnNext = (_, _) => Wire(writer =>
        {
            writer.Write(1u);
            writer.Write(0ul);
        });
        Assert.Throws<InvalidDataException>(() => new RustSequence<Item>(new HandleToken(10), &ReadItem, hasHandles: true).Count());
    }

    [Fact]
    public void Batch_with_something_behind_its_end_is_refused()
    {
        Native.OnNext = (_, _) => Wire(writer =>
        {
            writer.Write(1u);
            writer.Write(7u);
            writer.Write((byte)0);
        });
        Assert.Throws<InvalidDataException>(() => new RustSequence<uint>(new HandleToken(11), &ReadU32, hasHandles: false).Count());
    }

    [Fact]
    public void Numbers_that_are_copied_at_once_are_all_there()
    {
        using var sequence = Numbers(14, 2000, isBlock: true);
        Assert.Equal(Enumerable.Range(0, 2000).Select(i => (uint)i), sequence.ToList());
        Assert.Equal([32, 128, 512, 512, 512, 512, 512], _wanted);
        Assert.Contains(14ul, Native.Closed);
    }

    [Fact]
    public void Block_that_is_disposed_in_its_loop_does_not_just_end()
    {
        var sequence = Numbers(15, 3, isBlock: true);
        using var items = sequence.GetEnumerator();
        Assert.True(items.MoveNext());
        sequence.Dispose();
        Assert.Throws<ObjectDisposedException>(() => items.MoveNext());
    }

    [Fact]
    public void Enumerator_of_a_block_that_is_disposed_has_no_more_items()
    {
        var items = Numbers(16, 3, isBlock: true).GetEnumerator();
        Assert.True(items.MoveNext());
        items.Dispose();
        Assert.False(items.MoveNext());
    }

    [Theory]
    [InlineData(1, new byte[] { 7, 0, 0, 0, 0 })]
    [InlineData(2, new byte[] { 7, 0, 0, 0 })]
    [InlineData(int.MaxValue, new byte[] { 7, 0, 0, 0 })]
    public void Block_of_another_size_is_refused(int count, byte[] items)
    {
        Native.OnNext = (_, _) => Wire(writer =>
        {
            writer.Write(count);
            writer.Write(items);
        });
        Assert.Throws<InvalidDataException>(
            () => new RustSequence<uint>(new HandleToken(17), &ReadU32, hasHandles: false, isBlock: true).Count());
    }

    [Fact]
    public void Memory_of_rust_is_released()
    {
        var batches = new Queue<int>([1, 0]);
        Native.OnNext = (_, _) => Wire(
            writer =>
            {
                var count = batches.Dequeue();
                writer.Write(count);
                for (var i = 0; i < count; i++)
                    writer.Write(i);
            },
            isOwned: true);
        Assert.Equal([0u], new RustSequence<uint>(new HandleToken(12), &ReadU32, hasHandles: false));
        Assert.Equal(2, Native.Released.Count);
    }

    [Fact]
    public void Forgotten_sequence_is_released_by_the_collector_with_what_it_fetched()
    {
        Native.OnNext = (_, _) => Wire(writer =>
        {
            writer.Write(2u);
            writer.Write(2001ul);
            writer.Write(2002ul);
        });
        Forget();
        for (var i = 0; i < 50 && ForgottenHandles.CountOf(2002) == 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal((1, 0, 1), (ForgottenHandles.CountOf(2000), ForgottenHandles.CountOf(2001), ForgottenHandles.CountOf(2002)));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Forget()
        {
            var items = new RustSequence<Item>(new HandleToken(2000), &ReadItem, hasHandles: true).GetEnumerator();
            Assert.True(items.MoveNext());
        }
    }

    private RustSequence<uint> Numbers(ulong handle, uint count, bool isBlock = false)
    {
        var next = 0u;
        Native.OnNext = (asked, most) => Wire(writer =>
        {
            Assert.Equal(handle, asked);
            _wanted.Add(most);
            var batch = Math.Min(most, count - next);
            writer.Write(batch);
            for (var i = 0u; i < batch; i++)
                writer.Write(next++);
        });
        return new RustSequence<uint>(new HandleToken(handle), &ReadU32, hasHandles: false, isBlock);
    }

    private static uint ReadU32(ref WireReader reader) => reader.ReadU32();

    private static Item ReadItem(ref WireReader reader) => new(reader.ReadHandle());

    private static ReturnedBuffer Wire(Action<BinaryWriter> write, bool isOwned = false)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        var bytes = stream.ToArray();
        // What lies in the scratch block is of this thread's, until its next call.
        var data = isOwned ? NativeMemory.Alloc((nuint)bytes.Length) : Block();
        bytes.CopyTo(new Span<byte>(data, bytes.Length));
        return new ReturnedBuffer { Data = data, Length = (nuint)bytes.Length, Capacity = isOwned ? (nuint)bytes.Length : 0 };
    }

    [ThreadStatic]
    private static byte[]? _block;

    private static void* Block() => Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_block ??= GC.AllocateArray<byte>(1 << 16, pinned: true)));

    private static Failure* Panic()
    {
        var message = Encoding.UTF8.GetBytes("oops");
        var size = (nuint)(sizeof(Failure) + message.Length);
        var failure = (Failure*)NativeMemory.Alloc(size);
        message.CopyTo(new Span<byte>(failure + 1, message.Length));
        *failure = new Failure
        {
            Kind = Failure.PanicKind,
            Allocated = size,
            MessageLength = (uint)message.Length,
        };
        return failure;
    }

    private sealed record Item(HandleToken Token);
}
