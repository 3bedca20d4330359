module ferrobind/bench/direct

go 1.24

require rust/direct v0.0.0

replace rust/direct => ../../bindings/direct/go
