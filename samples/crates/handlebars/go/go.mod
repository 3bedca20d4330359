module handlebars-from-go

go 1.24

require rust/handlebars v0.0.0

replace rust/handlebars => ../bindings/go
