module behaviour

go 1.24

require (
	rust/basics v0.0.0
	rust/crc32fast v0.0.0
	rust/generics v0.0.0
	rust/helloc v0.0.0
	rust/hex v0.0.0
	rust/memchr v0.0.0
	rust/percentencoding v0.0.0
	rust/second v0.0.0
	rust/shellwords v0.0.0
	rust/strsim v0.0.0
	rust/urlencoding v0.0.0
	rust/values v0.0.0
)

replace (
	rust/basics => ../../../artifacts/behaviour/bindings/basics/go
	rust/crc32fast => ../../../artifacts/behaviour/bindings/crc32fast/go
	rust/generics => ../../../artifacts/behaviour/bindings/generics/go
	rust/helloc => ../../../artifacts/behaviour/bindings/hello-c/go
	rust/hex => ../../../artifacts/behaviour/bindings/hex/go
	rust/memchr => ../../../artifacts/behaviour/bindings/memchr/go
	rust/percentencoding => ../../../artifacts/behaviour/bindings/percent-encoding/go
	rust/second => ../../../artifacts/behaviour/bindings/second/go
	rust/shellwords => ../../../artifacts/behaviour/bindings/shell-words/go
	rust/strsim => ../../../artifacts/behaviour/bindings/strsim/go
	rust/urlencoding => ../../../artifacts/behaviour/bindings/urlencoding/go
	rust/values => ../../../artifacts/behaviour/bindings/values/go
)
