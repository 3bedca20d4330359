using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>Writes what the support code needs of this very library: its name, its ABI check, its release.</summary>
internal static class LibraryWriter
{
    public static GeneratedFile Write(GoPackage package)
    {
        var prefix = package.Plan.Package.Library.SymbolPrefix;
        var abi = $"0x{package.Plan.AbiDigest:x16}";
        var code = package.Source();
        var hasSequences = package.Plan.Exports.Any(e => e.Result is SequenceResult);
        package.Preamble(code, hasSequences ? [prefix + "next", prefix + "release"] : [prefix + "release"]);
        GoPackage.Imports(code, "fmt", "unsafe");
        code.Line($$"""

            // fbPackage is the package's name, for messages.
            const fbPackage = "{{package.Name}}"

            // A library and bindings that were made from different versions of a crate
            // would misunderstand each other, so the program stops before the first call.
            func init() {
            	const want = {{abi}}
            	if have := uint64(C.{{package.Plan.AbiSymbol}}()); have != want {
            		panic(fmt.Sprintf("%s: the library does not belong to these bindings (its ABI is %#x, theirs is %#x): "+
            			"run ferrobind bind again; they were made for %s", fbPackage, have, uint64(want), fbLibrary))
            	}
            }

            // fbRelease gives memory back to Rust.
            func fbRelease(data unsafe.Pointer, capacity, align uintptr) {
            	C.{{prefix}}release(data, C.size_t(capacity), C.size_t(align))
            }
            """);
        if (hasSequences)
        {
            code.Blank().Line($$"""
                // fbNext fetches some items of a sequence: a list on the wire.
                func fbNext(token uint64, most uint32, scratch *[32]uint64) (data unsafe.Pointer, length, capacity uintptr, failure unsafe.Pointer) {
                	r := C.{{prefix}}next(C.uint64_t(token), C.uint32_t(most), (*C.fb_scratch)(unsafe.Pointer(scratch)))
                	return r.data, uintptr(r.len), uintptr(r.capacity), unsafe.Pointer(r.failure)
                }
                """);
        }

        if (package.Plan.HasHandles)
        {
            code.Blank().Line($$"""
                // fbClose releases a value of Rust's at once.
                func fbClose(token uint64) { C.{{prefix}}close(C.uint64_t(token)) }

                // fbForget has a value of Rust's released by a thread of the library's.
                func fbForget(token uint64) { C.{{prefix}}forget(C.uint64_t(token)) }
                """);
        }

        return package.File("library", code.ToString());
    }
}
