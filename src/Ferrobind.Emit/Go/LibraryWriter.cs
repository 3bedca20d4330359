namespace Ferrobind.Emit.Go;

/// <summary>Writes what the support code needs of this very library: its name, its ABI check, its release.</summary>
internal static class LibraryWriter
{
    public static GeneratedFile Write(GoPackage package)
    {
        var prefix = package.Plan.Package.SymbolPrefix;
        var abi = $"0x{package.Plan.AbiDigest:x16}";
        var code = package.Source();
        package.Preamble(code, [prefix + "release"]);
        GoPackage.Imports(code, "fmt", "unsafe");
        return package.File("library", code.Line($$"""

            // fbPackage is the package's name, for messages.
            const fbPackage = "{{package.Name}}"

            // A library and bindings that were made from different versions of a crate
            // would misunderstand each other, so the program stops before the first call.
            func init() {
            	const want = {{abi}}
            	if have := uint64(C.{{prefix}}abi()); have != want {
            		panic(fmt.Sprintf("%s: the library does not belong to these bindings (its ABI is %#x, theirs is %#x): "+
            			"run ferrobind bind again; they were made for %s", fbPackage, have, uint64(want), fbLibrary))
            	}
            }

            // fbRelease gives memory back to Rust.
            func fbRelease(data unsafe.Pointer, capacity, align uintptr) {
            	C.{{prefix}}release(data, C.size_t(capacity), C.size_t(align))
            }
            """).ToString());
    }
}
