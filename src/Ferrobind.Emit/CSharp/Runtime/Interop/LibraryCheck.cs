using System;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RustPackage.Interop;

/// <summary>
/// Looks, once and before the first call, whether the library is there and is the one that this code was
/// written for: a stale or a foreign one is an error now, instead of damage later.
/// </summary>
internal static unsafe class LibraryCheck
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Checked once, a call costs nothing.")]
    public static void Run()
    {
        // What a resolver throws reaches the caller as it is; what this method throws, in a TypeInitializationException.
        // Where calls are bound by the linker, nothing is resolved, and the library is there.
        if (RuntimeFeature.IsDynamicCodeSupported)
            NativeLibrary.SetDllImportResolver(typeof(LibraryCheck).Assembly, Resolve);
        else
            Check(Native.Abi, Native.Seal);
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        nint library = 0;
        Check(
            () =>
            {
                library = NativeLibrary.Load(name, assembly, path);
                return ((delegate* unmanaged<ulong>)NativeLibrary.GetExport(library, Native.AbiSymbol))();
            },
            () => ((delegate* unmanaged<ulong>)NativeLibrary.GetExport(library, Native.SealSymbol))());
        return library;
    }

    private static void Check(Func<ulong> abi, Func<ulong> seal)
    {
        ulong digest, found;
        try
        {
            digest = abi();

            // Some calls are made without a transition, which only this very machine code is known to allow.
            found = digest == Native.Digest && Native.DynamicSeal != 0 ? seal() : 0;
        }
        catch (DllNotFoundException missing)
        {
            throw new DllNotFoundException(
                $"The native library of {Native.Subject} was not found beside the program: " +
                $"{Native.File}. It is copied there where the program's project imports {Native.Targets}.",
                missing);
        }
        catch (EntryPointNotFoundException foreign)
        {
            throw new InvalidOperationException(Foreign, foreign);
        }

        if (digest != Native.Digest || (found != Native.DynamicSeal && found != Native.StaticSeal))
            throw new InvalidOperationException(Foreign);
    }

    private static string Foreign =>
        $"The native library {Native.File} is not the one that these bindings of {Native.Subject} were " +
        "generated with. Run ferrobind again, rebuild the program, and look for an old copy of the library.";
}
