module rust_decimal-from-go

go 1.24

require rust/rustdecimal v0.0.0

replace rust/rustdecimal => ../bindings/go
