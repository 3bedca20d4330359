module unicode-segmentation-from-go

go 1.24

require rust/unicodesegmentation v0.0.0

replace rust/unicodesegmentation => ../bindings/go
