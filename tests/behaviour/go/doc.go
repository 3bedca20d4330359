// Package behaviour calls what Ferrobind generates, in one program and in every
// link mode. Its cases have the names that are listed in ../cases.txt, and the
// C# program beside it has the same ones.
package behaviour
