// Writes the mail that confirms an order, from a template and whatever can be JSON.
using System.Text;
using System.Text.Json.Nodes;
using Rust.Handlebars;

const string mail = """
    Dear {{customer.name}},
    {{#each items}}
    {{@index}}: {{> line}}
    {{else}}
    You ordered nothing.
    {{/each}}
    {{#if paid}}It is paid.{{else}}Please pay {{total}}.{{/if}}

    """;

using var registry = new Handlebars();
registry.RegisterPartial("line", "{{count}} x {{name}} at {{price}}{{#each notes}} ({{this}}){{/each}}");
registry.RegisterTemplateString("mail", mail);

var order = new JsonObject
{
    ["customer"] = new JsonObject { ["name"] = "Ada & Söhne" },
    ["items"] = new JsonArray(
        new JsonObject { ["name"] = "Tee", ["count"] = 2, ["price"] = 3.5 },
        new JsonObject { ["name"] = "Süßes \"Brot\"", ["count"] = 10, ["price"] = 1, ["notes"] = new JsonArray("hot", "<fresh>") }),
    ["paid"] = false,
    ["total"] = 17,
};
Show(registry.Render("mail", order));
Show(registry.Render("mail", new JsonObject { ["customer"] = null, ["paid"] = true }));

// The same, from what is kept in Rust.
using var context = Context.Wraps(order);
Show(registry.RenderTemplateWithContext("{{items.[1].name}}, {{items.[0].name}}\n", context));

byte[] written = [];
registry.RenderTemplateToWrite("{{#each this}}{{@key}}={{this}} {{/each}}\n", new JsonObject { ["one"] = 1 }, ref written);
Console.Write(Encoding.UTF8.GetString(written));

registry.SetStrictMode(true);
try
{
    registry.RenderTemplate("{{nobody}}", new JsonObject());
}
catch (RenderException e)
{
    Console.WriteLine($"true {e.Message}");
}

Console.WriteLine($"{(registry.TryRegisterTemplateString("broken", "{{#if}") ? "false" : "true")} {(registry.HasTemplate("broken") ? "true" : "false")}");

static void Show(string text) => Console.Write(text + "--\n");
