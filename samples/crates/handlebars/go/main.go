// Command handlebars writes the mail that confirms an order, from a template and whatever can be JSON.
package main

import (
	"errors"
	"fmt"
	"log"

	"rust/handlebars"
)

type item struct {
	Name  string   `json:"name"`
	Count int      `json:"count"`
	Price float64  `json:"price"`
	Notes []string `json:"notes,omitempty"`
}

const mail = `Dear {{customer.name}},
{{#each items}}
{{@index}}: {{> line}}
{{else}}
You ordered nothing.
{{/each}}
{{#if paid}}It is paid.{{else}}Please pay {{total}}.{{/if}}
`

func main() {
	registry := handlebars.NewHandlebars()
	defer registry.Close()
	if err := registry.RegisterPartial("line", "{{count}} x {{name}} at {{price}}{{#each notes}} ({{this}}){{/each}}"); err != nil {
		log.Fatal(err)
	}
	if err := registry.RegisterTemplateString("mail", mail); err != nil {
		log.Fatal(err)
	}

	order := map[string]any{
		"customer": map[string]string{"name": "Ada & Söhne"},
		"items": []item{
			{Name: "Tee", Count: 2, Price: 3.5},
			{Name: "Süßes \"Brot\"", Count: 10, Price: 1, Notes: []string{"hot", "<fresh>"}},
		},
		"paid":  false,
		"total": 17,
	}
	show(registry.Render("mail", order))
	show(registry.Render("mail", map[string]any{"customer": nil, "paid": true}))

	// The same, from what is kept in Rust.
	context, err := handlebars.ContextWraps(order)
	if err != nil {
		log.Fatal(err)
	}
	defer context.Close()
	show(registry.RenderTemplateWithContext("{{items.[1].name}}, {{items.[0].name}}\n", context))

	var out []byte
	if err := registry.RenderTemplateToWrite("{{#each this}}{{@key}}={{this}} {{/each}}\n", map[string]int{"one": 1}, &out); err != nil {
		log.Fatal(err)
	}
	fmt.Print(string(out))

	registry.SetStrictMode(true)
	_, err = registry.RenderTemplate("{{nobody}}", struct{}{})
	var failure *handlebars.RenderError
	fmt.Println(errors.As(err, &failure), err)
	fmt.Println(registry.RegisterTemplateString("broken", "{{#if}") != nil, registry.HasTemplate("broken"))
}

func show(text string, err error) {
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(text, "--\n")
}
