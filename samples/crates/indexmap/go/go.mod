module indexmap-from-go

go 1.24

require rust/indexmap v0.0.0

replace rust/indexmap => ../bindings/go
