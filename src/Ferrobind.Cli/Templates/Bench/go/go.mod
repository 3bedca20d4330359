module calls/go

go 1.24

require rust/calls v0.0.0

replace rust/calls => ../bindings/go
