module walkdir-from-go

go 1.24

require rust/walkdir v0.0.0

replace rust/walkdir => ../bindings/go
