// Package hostile attacks what Ferrobind generates for types that stay in Rust.
// Its cases have the names that are listed in ../cases.txt, and the C# program
// beside it has the same ones.
package hostile

// The export that every library with handles has for tests of leaks. It is weak,
// so that this package links by itself; the bindings bring the library.

/*
#include <stddef.h>

size_t fb_objects_live(void) __attribute__((weak));
*/
import "C"

// live is how many values are alive behind handles.
func live() int { return int(C.fb_objects_live()) }
