using System;
using System.Collections;
using System.Collections.Generic;
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

    // What was fetched and is not handed out yet: items that are objects are made only then, so the others need nothing but to be closed.
    private byte[] _bytes = [];
    private int _length;
    private int _position;
    private int _left;
    private int _batch = FirstBatch;
    private int _isEnumerated;
    private bool _isEnded;
    private bool _isDisposed;
    private IDisposable? _iterator;

    /// <param name="token">The iterator.</param>
    /// <param name="read">Reads an item.</param>
    /// <param name="hasHandles">There are handles in the items, which are to be closed where nobody gets them.</param>
    internal RustSequence(HandleToken token, delegate*<ref WireReader, T> read, bool hasHandles)
    {
        _token = token;
        _read = read;
        _hasHandles = hasHandles;
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
    public IEnumerator<T> GetEnumerator()
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

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Closes the iterator, and what it yielded and nobody got.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        Native.Close(_token);
        foreach (var token in TakeRest())
            Native.Close(token);
        _iterator?.Dispose();
        GC.SuppressFinalize(this);
    }

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
        _batch = Math.Min(2 * _batch, LargestBatch);
        try
        {
            // A copy, for the scratch block is gone with this call.
            var bytes = new ReadOnlySpan<byte>(returned.Data, checked((int)returned.Length));
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

    private sealed class Enumerator(RustSequence<T> sequence) : IEnumerator<T>
    {
        private T? _current;

        public T Current => _current!;

        object? IEnumerator.Current => _current;

        public bool MoveNext() => sequence.TryTake(out _current);

        public void Reset() => throw new NotSupportedException("An iterator of Rust's goes forward only.");

        public void Dispose()
        {
            sequence._isEnded = true;
            sequence.Dispose();
        }
    }
}
