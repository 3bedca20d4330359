module roxmltree-from-go

go 1.24

require rust/roxmltree v0.0.0

replace rust/roxmltree => ../bindings/go
