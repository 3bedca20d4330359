using System;
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using RustPackage.Interop;

namespace RustPackage;

/// <summary>
/// What a Rust iterator yields, fetched in batches. It can be enumerated once, and leaving the loop closes it; one that is never enumerated is to
/// be disposed. It is for one thread at a time.
/// </summary>
public sealed unsafe class RustSequence<T> : IEnumerable<T>, IDisposable
{
    private const int FirstBatch = 32;
    private const int LargestBatch = 512;

    private readonly HandleToken _token;
    private readonly delegate*<ref WireReader, T> _read;
    private readonly bool _hasHandles;
    private readonly bool _isBlock;

    // What was fetched and is not handed out yet: items that are objects are made only then, so the others need nothing but to be closed.
    private byte[] _bytes = [];
    private int _length;
    private int _position;
    private int _left;
    private int _batch = FirstBatch;

    // The items of a block, as many as there are; the enumerator is somewhere among them.
    private T[] _block = [];
    private int _end;

    private int _isEnumerated;
    private bool _isEnded;
    private bool _isDisposed;
    private IDisposable? _iterator;

    /// <param name="token">The iterator.</param>
    /// <param name="read">Reads an item.</param>
    /// <param name="hasHandles">There are handles in the items, which are to be closed where nobody gets them.</param>
    /// <param name="isBlock">The bytes of an item are those of the value, any of them, so that many are copied at once.</param>
    internal RustSequence(HandleToken token, delegate*<ref WireReader, T> read, bool hasHandles, bool isBlock = false)
    {
        _token = token;
        _read = read;
        _hasHandles = hasHandles;
        _isBlock = isBlock;
    }

    /// <summary>Closes an iterator that was forgotten.</summary>
    ~RustSequence()
    {
        Native.Forget(_token);
        foreach (var token in TakeRest())
            Native.Forget(token);
    }

    /// <summary>Enumerates the items.</summary>
    /// <exception cref="InvalidOperationException">It was enumerated before.</exception>
    /// <exception cref="ObjectDisposedException">It is disposed.</exception>
    public Enumerator GetEnumerator()
    {
        if (Interlocked.Exchange(ref _isEnumerated, 1) != 0)
            throw new InvalidOperationException("The sequence was enumerated before: an iterator of Rust's yields its items once.");
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return new Enumerator(this);
    }

    /// <summary>Enumerates the items of an object that is an iterator itself, and is disposed with the sequence.</summary>
    internal IEnumerator<T> GetEnumerator(IDisposable iterator)
    {
        _iterator = iterator;
        return GetEnumerator();
    }

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Closes the iterator, and what it yielded and nobody got.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _end = 0;
        Native.Close(_token);
        foreach (var token in TakeRest())
            Native.Close(token);
        _iterator?.Dispose();
        GC.SuppressFinalize(this);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryTake(out T? item)
    {
        item = default;
        if (_isEnded)
            return false;
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_left == 0 && !Fetch())
        {
            _isEnded = true;
            Dispose();
            return false;
        }

        if (_isBlock)
        {
            _left = 0;
            item = _block[0];
            return true;
        }

        var reader = new WireReader(_bytes.AsSpan(_position, _length - _position));
        _left--;
        item = _read(ref reader);
        _position += reader.Position;
        if (_left == 0)
            reader.End();
        return true;
    }

    private bool Fetch()
    {
        Scratch scratch;
        var returned = Native.Next(_token, (uint)_batch, &scratch);
        GC.KeepAlive(this);
        if (returned.Failure is not null)
            returned.Failure->Throw();
        _batch = Math.Min(4 * _batch, LargestBatch);
        try
        {
            // A copy, for the scratch block is gone with this call.
            var bytes = new ReadOnlySpan<byte>(returned.Data, checked((int)returned.Length));
            if (_isBlock)
                return Take(bytes);
            if (_bytes.Length < bytes.Length)
                _bytes = GC.AllocateUninitializedArray<byte>(bytes.Length);
            bytes.CopyTo(_bytes);
            (_length, _position) = (bytes.Length, 0);
        }
        finally
        {
            returned.Release();
        }

        var reader = new WireReader(_bytes.AsSpan(0, _length));
        _left = reader.ReadCount(0);
        _position = reader.Position;
        return _left > 0;
    }

    private bool Take(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        _left = reader.ReadCount(Unsafe.SizeOf<T>());
        if (_block.Length < _left)
            _block = GC.AllocateUninitializedArray<T>(_left);
        reader.ReadInto(_block, _left);
        reader.End();
        _end = _left;
        return _left > 0;
    }

    // The handles in the items that nobody got. Never throws: it is for the finalizer, too.
    private global::System.Collections.Generic.List<HandleToken> TakeRest()
    {
        var (left, tokens) = (_left, new global::System.Collections.Generic.List<HandleToken>());
        _left = 0;
        if (!_hasHandles || left == 0)
            return tokens;
        try
        {
            var reader = new WireReader(_bytes.AsSpan(_position, _length - _position)) { Handles = tokens };
            for (; left > 0; left--)
                _read(ref reader);
        }
        catch (Exception invalid) when (invalid is System.IO.InvalidDataException or ArithmeticException or ArgumentException)
        {
            // What has no equal here cannot be read, and nothing behind it.
        }

        return tokens;
    }

    /// <summary>Goes through the items. A structure, as those of the collections are: a loop has it in registers.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly RustSequence<T> _sequence;
        private T? _current;
        private int _at;

        internal Enumerator(RustSequence<T> sequence) => _sequence = sequence;

        /// <summary>The item.</summary>
        public readonly T Current => _current!;

        readonly object? IEnumerator.Current => _current;

        /// <summary>Goes to the next item, if there is one.</summary>
        /// <exception cref="ObjectDisposedException">The sequence was disposed in its loop.</exception>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            var sequence = _sequence;
            var at = _at;
            if (at < sequence._end)
            {
                _current = sequence._block[at];
                _at = at + 1;
                return true;
            }

            // Of a new block, it is the first. By a local: what has an address is in no register.
            var isTaken = sequence.TryTake(out var item);
            _current = item;
            _at = 1;
            return isTaken;
        }

        /// <summary>Not supported: an iterator of Rust's goes forward only.</summary>
        public readonly void Reset() => throw new NotSupportedException("An iterator of Rust's goes forward only.");

        /// <summary>Closes the sequence.</summary>
        public readonly void Dispose()
        {
            _sequence._isEnded = true;
            _sequence.Dispose();
        }
    }
}
