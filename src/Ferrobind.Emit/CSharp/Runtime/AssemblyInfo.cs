using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

// Everything that crosses has one layout on both sides: calls need no marshalling code.
[assembly: DisableRuntimeMarshalling]
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]

// Stack space that is written before it is read need not be cleared first.
[module: SkipLocalsInit]
