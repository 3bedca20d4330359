module hostile

go 1.24

require (
	rust/objects v0.0.0
	rust/others v0.0.0
)

replace (
	rust/objects => ../../../artifacts/behaviour/bindings/objects/go
	rust/others => ../../../artifacts/behaviour/bindings/others/go
)
