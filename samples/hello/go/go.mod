module hello-from-go

go 1.24

require rust/hello v0.0.0

replace rust/hello => ../bindings/go
