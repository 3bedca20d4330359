module hello-c-from-go

go 1.24

require rust/helloc v0.0.0

replace rust/helloc => ../bindings/go
