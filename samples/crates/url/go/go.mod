module url-from-go

go 1.24

require rust/url v0.0.0

replace rust/url => ../bindings/go
