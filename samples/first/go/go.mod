module first

go 1.24

require rust/semver v0.0.0

replace rust/semver => ../bindings/go
