module fastrand-from-go

go 1.24

require rust/fastrand v0.0.0

replace rust/fastrand => ../bindings/go
