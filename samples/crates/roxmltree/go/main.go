// Command roxmltree prints the outline of an XML document. The nodes are borrowed from the document: it stays in Rust
// as long as one of them is in use.
package main

import (
	"fmt"
	"log"
	"strings"

	"rust/roxmltree"
)

const text = `<?xml version="1.0"?>
<!-- a small library -->
<library xmlns="urn:books" xmlns:x="urn:extra" place="Malmö">
  <book id="1" x:shelf="A"><title>Öppna dörren</title><year>1999</year></book>
  <book id="2"><title>Rust &amp; more</title><!-- lent --></book>
  <?sort by="title"?>
</library>`

func main() {
	document, err := roxmltree.DocumentParse(text)
	if err != nil {
		log.Fatal(err)
	}
	defer document.Close()

	outline(document.Root(), 0)

	root := document.RootElement()
	id := roxmltree.ExpandedNameFromText("id")
	fmt.Println("\nbooks, last first:")
	for node, ok := root.LastElementChild(); ok; node, ok = node.PrevSiblingElement() {
		title, ok := node.FirstElementChild()
		if !ok {
			continue
		}
		number, _ := node.Attribute(id)
		name, _ := title.Text()
		position := document.TextPosAt(node.Range().Start)
		fmt.Printf("  %s: %s, at %v\n", number, name, position)
	}

	prefix := "x"
	uri, _ := root.LookupNamespaceURI(&prefix)
	fmt.Println("\nx is", uri)

	_, err = roxmltree.DocumentParse("<a><b></a>")
	fmt.Println("not well formed:", err)
}

func outline(node *roxmltree.Node, depth int) {
	fmt.Print(strings.Repeat("  ", depth))
	switch node.NodeType() {
	case roxmltree.NodeTypeElement:
		fmt.Print(node.TagName().Name())
		for attribute := range node.Attributes() {
			fmt.Printf(" %s=%q", attribute.Name(), attribute.Value())
		}
	case roxmltree.NodeTypePi:
		if pi, ok := node.Pi(); ok {
			fmt.Printf("? %s: %s", pi.Target, *pi.Value)
		}
	case roxmltree.NodeTypeRoot:
		fmt.Print("the document")
	default:
		content, _ := node.Text()
		fmt.Printf("%v: %s", node.NodeType(), strings.TrimSpace(content))
	}
	fmt.Println()

	for child := range node.Children() {
		if content, _ := child.Text(); child.IsText() && strings.TrimSpace(content) == "" {
			continue
		}
		outline(child, depth+1)
	}
}
