using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace RustPackage.Interop;

/// <summary>Reads a closure's arguments, calls it, and writes its answer.</summary>
internal delegate void ClosureBody(ref WireReader arguments, ref WireWriter answer);

/// <summary>
/// A delegate that Rust calls while a call runs. What it throws stays here: Rust only learns that it has failed, and the call throws it
/// when it returns.
/// </summary>
/// <param name="body">What stands between the delegate and the wire.</param>
/// <param name="name">The parameter's name, for messages.</param>
internal sealed unsafe class Closure(ClosureBody body, string name)
{
    private readonly Lock _lock = new();
    private GCHandle _handle;
    private ExceptionDispatchInfo? _exception;
    private List<object>? _kept;

    /// <summary>What Rust calls, with the context that <see cref="Open"/> gives.</summary>
    public static delegate* unmanaged[Cdecl]<nint, byte*, nuint, Answer*, byte> Function => &Call;

    /// <summary>What Rust knows the closure by, until it is closed.</summary>
    public nint Open()
    {
        _handle = GCHandle.Alloc(this);
        return GCHandle.ToIntPtr(_handle);
    }

    /// <summary>The call has ended.</summary>
    public void Close() => _handle.Free();

    /// <summary>Throws what the closure threw, if that is why the call failed; the failure is then released.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Rethrow(Failure* failure)
    {
        if (_exception is { } exception && failure->IsOfClosure)
        {
            failure->Release();
            exception.Throw();
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    [SuppressMessage("Design", "CA1031", Justification = "No exception may leave the method: below it is Rust.")]
    private static byte Call(nint context, byte* arguments, nuint length, Answer* answer)
    {
        var closure = (Closure)GCHandle.FromIntPtr(context).Target!;
        try
        {
            closure.Run(new ReadOnlySpan<byte>(arguments, checked((int)length)), answer);
            return 1;
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref closure._exception, ExceptionDispatchInfo.Capture(exception), null);
            return 0;
        }
    }

    private void Run(ReadOnlySpan<byte> arguments, Answer* answer)
    {
        var reader = new WireReader(arguments);
        var writer = new WireWriter(new Span<byte>(answer->Data, (int)answer->Capacity), name);
        body(ref reader, ref writer);
        if (writer.Handles is { } handles)
            Keep(handles);
        var bytes = writer.Bytes;
        if (bytes.Length > 0 && !Unsafe.AreSame(in MemoryMarshal.GetReference(bytes), in *answer->Data))
        {
            var room = Native.Room(answer, (nuint)bytes.Length);
            if (room is null)
                throw new InsufficientMemoryException();
            bytes.CopyTo(new Span<byte>(room, bytes.Length));
        }

        answer->Length = (nuint)bytes.Length;
        writer.Dispose();
    }

    // What was returned is kept from the collector until Rust has it. Rust may call from several threads.
    private void Keep(List<object> handles)
    {
        lock (_lock)
            (_kept ??= []).AddRange(handles);
    }
}
