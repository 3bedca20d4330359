module ferrobind/bench/regex

go 1.24

require rust/regex v0.0.0

replace rust/regex => ../../bindings/regex/go
