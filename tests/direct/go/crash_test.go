package direct

import (
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rust/direct"
)

func init() {
	attackCases = append(attackCases, testCase{"crashes_name_callers", crashesNameCallers})
}

//go:noinline
func calledToCrash() { hash = direct.Hash([]byte("crash")) }

// A copy of this program, with a function of Rust's that reads at address 0, ends with a message that names it, and who
// has called it.
func crashesNameCallers(t *testing.T) {
	if os.Getenv("FERROBIND_CRASH") != "" {
		calledToCrash()
	}
	symbol, frame := "fbd_direct_hash", "rust.direct.hash("
	if direct.LinkMode == "static" {
		symbol, frame = "fb_direct_hash", "rust/direct._Cfunc_"
	}
	program, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	at := offsetOf(t, os.Args[0], symbol)
	copy(program[at:], "\x31\xc0\x8b\x00") // XORL AX, AX; MOVL (AX), AX
	crashing := filepath.Join(t.TempDir(), "crashing")
	if err := os.WriteFile(crashing, program, 0o700); err != nil {
		t.Fatal(err)
	}
	command := exec.Command(crashing, "-test.run=TestDirect/crashes_name_callers")
	command.Env = append(os.Environ(), "FERROBIND_CRASH=1")
	said, err := command.CombinedOutput()
	if err == nil || !strings.Contains(string(said), "SIGSEGV") {
		t.Fatalf("%v: %s", err, said)
	}
	rest := string(said)
	for _, function := range []string{frame, "rust/direct.Hash(", "direct.calledToCrash(", "direct.crashesNameCallers("} {
		_, after, found := strings.Cut(rest, "\n"+function)
		if !found {
			t.Fatalf("without %s: %s", function, said)
		}
		rest = after
	}
}

// offsetOf is where a function begins in the file of a program.
func offsetOf(t *testing.T, path, name string) uint64 {
	t.Helper()
	program, err := elf.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer program.Close()
	symbols, err := program.Symbols()
	if err != nil {
		t.Fatal(err)
	}
	for _, symbol := range symbols {
		if symbol.Name != name {
			continue
		}
		for _, segment := range program.Progs {
			if segment.Type == elf.PT_LOAD && segment.Vaddr <= symbol.Value && symbol.Value < segment.Vaddr+segment.Filesz {
				return symbol.Value - segment.Vaddr + segment.Off
			}
		}
	}
	t.Fatalf("there is no %s", name)
	return 0
}
