// Command regex is a small grep: it finds requests in a log, with positions, sorts lines by what they are about, and
// rewrites them.
package main

import (
	"errors"
	"fmt"
	"log"
	"strings"

	"rust/regex"
)

const text = `2026-03-01 GET /index.html 200
2026-03-01 POST /login 303
# rotated – naïve, but it works
2026-03-02 get /static/logo.svg 404
2026-03-02 GET /straße?q=1 200`

func main() {
	requests, err := regex.NewRegex(`(?<date>\d{4}-\d\d-\d\d) (?<method>GET|POST) (\S+)`)
	if err != nil {
		log.Fatal(err)
	}
	defer requests.Close()

	fmt.Println("requests, with the positions of the path in its line:")
	for number, line := range strings.Split(text, "\n") {
		captures, ok := requests.Captures(line)
		if !ok {
			continue
		}
		path, _ := captures.Get(3)
		fmt.Printf("%d: %s %s [%d..%d) on %s\n",
			number+1, captures.Index("method"), path.AsStr(), path.Start(), path.End(), captures.Index("date"))
	}

	fmt.Println("\nall in one text, with each group that took part:")
	for captures := range requests.CapturesIter(text) {
		for group := range captures.Iter() {
			fmt.Printf("  %q at %d", group.AsStr(), group.Start())
		}
		fmt.Println()
	}

	fmt.Print("\nnames of the groups:")
	for name := range requests.CaptureNames() {
		if name == nil {
			fmt.Print(" -")
		} else {
			fmt.Print(" ", *name)
		}
	}
	fmt.Println()

	fmt.Println("\nreplaced:")
	fmt.Println(requests.ReplaceAll(text, "$method $3 ($date)"))
	fmt.Println("\nonly the first:")
	fmt.Println(requests.Replacen(text, 1, "-"))

	fmt.Println("\nreplaced by a function:")
	fmt.Println(requests.ReplaceAllFunc(text, func(caps *regex.Captures) string {
		path, _ := caps.Get(3)
		return fmt.Sprintf("%s of %d bytes at %d", strings.ToLower(caps.Index("method")), len(path.AsStr()), path.Start())
	}))

	fmt.Println("\na builder: any case, a line at a time")
	errs, err := regex.NewRegexBuilder(`^.* get .* 4\d\d$`).CaseInsensitive(true).MultiLine(true).Build()
	if err != nil {
		log.Fatal(err)
	}
	defer errs.Close()
	if found, ok := errs.Find(text); ok {
		fmt.Println(found.AsStr(), found.Range())
	}

	fmt.Println("\na set: which of the patterns does a line match?")
	set, err := regex.NewRegexSet([]string{"GET|POST", `\b[45]\d\d$`, `[^\x00-\x7f]`, "^#"})
	if err != nil {
		log.Fatal(err)
	}
	defer set.Close()
	patterns := set.Patterns()
	for number, line := range strings.Split(text, "\n") {
		fmt.Printf("%d:", number+1)
		for index := range set.Matches(line).All() {
			fmt.Print("  ", patterns[index])
		}
		fmt.Println()
	}

	fmt.Println("\nbytes, which need not be text:")
	frames, err := regex.NewBytesRegex(`(?-u)\xff([^\xff]*)`)
	if err != nil {
		log.Fatal(err)
	}
	defer frames.Close()
	for frame := range frames.FindIter([]byte("\xffone\xfftwo\xff\x80three")) {
		fmt.Printf("  %x [%d..%d)\n", frame.AsBytes(), frame.Start(), frame.End())
	}

	fmt.Println("\nsplit and escaped:")
	separator, err := regex.NewRegex(`\s*[,;]\s*`)
	if err != nil {
		log.Fatal(err)
	}
	defer separator.Close()
	for part := range separator.Split("a, b;c ,d") {
		fmt.Println(" ", regex.Escape(part+"."))
	}

	fmt.Println("\nno regular expression:")
	_, err = regex.NewRegex("a(b")
	fmt.Println(err)

	_, err = regex.NewRegexBuilder(`\w{1000}`).SizeLimit(1000).Build()
	var failure *regex.RegexError
	if errors.As(err, &failure) {
		if big, ok := failure.Value.(regex.ErrorKindCompiledTooBig); ok {
			fmt.Printf("too big: more than %d bytes\n", big.Value)
		}
	}
}
