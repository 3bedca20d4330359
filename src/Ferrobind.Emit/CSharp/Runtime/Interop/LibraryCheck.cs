using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace RustPackage.Interop;

/// <summary>
/// Looks, once and before anything else here runs, whether the library is there and is the one that this code was
/// written for: a stale or a foreign one is an error now, instead of damage later.
/// </summary>
internal static class LibraryCheck
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Checked once, a call costs nothing.")]
    public static void Run()
    {
        ulong digest;
        try
        {
            digest = Native.Abi();
        }
        catch (DllNotFoundException missing)
        {
            throw new DllNotFoundException(
                $"The native library of the Rust crate {Native.Crate} was not found beside the program: " +
                $"{Native.File}. It is copied there where the program's project imports {Native.Targets}.",
                missing);
        }
        catch (EntryPointNotFoundException foreign)
        {
            throw new InvalidOperationException(Foreign, foreign);
        }

        if (digest != Native.Digest)
            throw new InvalidOperationException(Foreign);
    }

    private static string Foreign =>
        $"The native library {Native.File} is not the one that these bindings of the Rust crate {Native.Crate} were " +
        "generated with. Run ferrobind again, rebuild the program, and look for an old copy of the library.";
}
