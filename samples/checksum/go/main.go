// Command checksum calls the Rust crate checksum. It needs no C compiler:
//
//	CGO_ENABLED=0 go build
package main

import (
	"fmt"
	"os"
	"strings"

	"rust/checksum"
)

func main() {
	fmt.Fprintln(os.Stderr, "link mode:", checksum.LinkMode)
	for _, method := range []checksum.Method{checksum.MethodCrc32, checksum.MethodAdler32, checksum.MethodFnv1a} {
		short := checksum.Checksum(method, []byte("123456789"))
		long := checksum.Checksum(method, []byte(strings.Repeat("123456789", 100_000)))
		fmt.Printf("%-8v %08x %08x\n", method, short, long)
	}
	for _, text := range []string{"4539 1488 0343 6467", "4539 1488 0343 6468", "79927398713"} {
		if number, ok := checksum.Luhn(text); ok {
			fmt.Printf("%s is number %d\n", text, number)
		} else {
			fmt.Printf("%s is no number\n", text)
		}
	}
	defer func() { fmt.Println(recover()) }()
	checksum.Luhn("not \xff text")
}
