// Package support tests the support code of generated packages, which lies in
// src/Ferrobind.Emit/Go/Runtime; the links to it are what go test compiles.
package support
