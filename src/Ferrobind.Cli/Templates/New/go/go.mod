module __crate__/go

go 1.24

require rust/__go__ v0.0.0

replace rust/__go__ => ../bindings/go
