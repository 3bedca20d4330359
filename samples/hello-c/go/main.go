// Command hello calls the Rust crate hello-c, which speaks C.
package main

import "rust/helloc"

func main() {
	helloc.Hello("world")
	helloc.Whisper("this is code from the " + helloc.LinkMode + " library")
}
