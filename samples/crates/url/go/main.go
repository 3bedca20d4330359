// Command url takes links apart, resolves those of a page, and makes new ones.
package main

import (
	"errors"
	"fmt"
	"log"

	"rust/url"
)

func main() {
	page, err := url.ParseURL("https://ann@例え.example:8443/a/b/../c.html?q=rust+lang&page=2#top")
	if err != nil {
		log.Fatal(err)
	}
	defer page.Close()

	fmt.Println(page)
	fmt.Println("scheme:", page.Scheme())
	fmt.Println("user:", page.Username())
	if host, ok := page.Host(); ok {
		switch host := host.(type) {
		case url.HostStrDomain:
			fmt.Println("domain:", host.Value)
		default:
			fmt.Println("address:", host)
		}
	}
	if port, ok := page.Port(); ok {
		fmt.Println("port:", port)
	}
	if segments, ok := page.PathSegments(); ok {
		for segment := range segments {
			fmt.Println("segment:", segment)
		}
	}
	for key, value := range page.QueryPairs().All() {
		fmt.Printf("query: %s = %s\n", key, value)
	}
	fmt.Println("origin:", page.Origin().ASCIISerialization())
	fmt.Println("between host and query:",
		page.Index(url.Range[url.Position]{Start: url.PositionBeforeHost, End: url.PositionAfterPath}))

	fmt.Println("\nlinks of the page:")
	for _, link := range []string{"d.html", "../up", "/root?x=1", "//other.example/", "mailto:ann@example.org", "http://[::1]:80/", "http://a b/", "https://:0/"} {
		target, err := page.Join(link)
		var failure *url.ParseError
		switch {
		case errors.As(err, &failure):
			fmt.Printf("  %s: %v\n", link, failure)
		case err != nil:
			log.Fatal(err)
		default:
			relative, ok := page.MakeRelative(target)
			if !ok {
				relative = "no relative form"
			}
			fmt.Printf("  %s: %v (%s)\n", link, target, relative)
		}
	}
	_, err = url.ParseURL("d.html")
	fmt.Println("  without a page:", err, errors.Is(err, url.ParseErrorKindRelativeURLWithoutBase))

	fmt.Println("\nchanged, part by part:")
	mine := page.Clone()
	defer mine.Close()
	host, fragment := "www.example.org", "über uns"
	if err := mine.SetHost(&host); err != nil {
		log.Fatal(err)
	}
	mine.SetPort(nil)
	mine.SetUsername("")
	mine.SetFragment(&fragment)
	mine.SetPath("search and find")
	fmt.Println(" ", mine)

	pairs := mine.QueryPairsMut()
	pairs.Clear().AppendPair("q", "50 % & more").AppendPair("lang", "日本語").AppendKeyOnly("all")
	pairs.Close()
	fmt.Println(" ", mine)

	segments, err := mine.PathSegmentsMut()
	if err != nil {
		log.Fatal(err)
	}
	segments.Clear().Extend([]string{"docs", "a/b", "index.html"})
	segments.Close()
	fmt.Println(" ", mine)

	made, err := url.URLParseWithParams("https://example.net", []url.Tuple2[string, string]{{Item1: "a", Item2: "1"}, {Item1: "b", Item2: "&"}})
	if err != nil {
		log.Fatal(err)
	}
	defer made.Close()
	fmt.Println(" ", made, made.Equal(mine), made.Compare(mine) < 0)
}
