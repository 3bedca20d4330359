// Command hello calls the Rust crate hello.
package main

import "rust/hello"

func main() {
	hello.Hello("world")
	hello.Whisper("this is code from the " + hello.LinkMode + " library")
}
