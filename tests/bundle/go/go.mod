module bundle

go 1.24

require rust/deps v0.0.0

replace rust/deps => ../../../artifacts/behaviour/bindings/deps/go
