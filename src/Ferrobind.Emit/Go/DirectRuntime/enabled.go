package direct

// Enabled says that Rust is called directly.
const Enabled = true

// LinkMode is how this program is linked to the library.
const LinkMode = "direct"

// Before the first call, the program stops where a call would not be safe.
func init() {
	if !fits(current()) {
		panic("rust: this Go's runtime is not laid out as Go 1.24 to 1.27 are, so Rust cannot be called directly: " +
			"build without the tag ferrobind_direct")
	}
	if seal() != librarySeal {
		panic("rust: the library is not the one whose machine code these direct calls were made for: run ferrobind bind again")
	}
}
