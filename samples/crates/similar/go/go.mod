module similar-from-go

go 1.24

require rust/similar v0.0.0

replace rust/similar => ../bindings/go
