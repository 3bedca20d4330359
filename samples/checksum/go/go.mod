module checksum-from-go

go 1.24

require rust/checksum v0.0.0

replace rust/checksum => ../bindings/go
