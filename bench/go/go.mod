module ferrobind/bench/go

go 1.24

require (
	ferrobind/bench/hand v0.0.0
	ferrobind/bench/objects v0.0.0
	ferrobind/bench/values v0.0.0
	rust/fbbench v0.0.0
)

replace (
	ferrobind/bench/hand => ../handwritten/go
	ferrobind/bench/objects => ../objects/go
	ferrobind/bench/values => ../values/go
	rust/fbbench => ../bindings/go
)
