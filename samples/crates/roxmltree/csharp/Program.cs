// Prints the outline of an XML document. The nodes are borrowed from the document: it stays in Rust as long as one of
// them is in use.
using Roxmltree;

const string text = """
    <?xml version="1.0"?>
    <!-- a small library -->
    <library xmlns="urn:books" xmlns:x="urn:extra" place="Malmö">
      <book id="1" x:shelf="A"><title>Öppna dörren</title><year>1999</year></book>
      <book id="2"><title>Rust &amp; more</title><!-- lent --></book>
      <?sort by="title"?>
    </library>
    """;

using var document = Document.Parse(text);
Outline(document.Root(), 0);

var root = document.RootElement();
using var id = ExpandedName.FromText("id");
Console.WriteLine("\nbooks, last first:");
for (var node = root.LastElementChild(); node is not null; node = node.PrevSiblingElement())
{
    if (node.FirstElementChild() is { } title)
        Console.WriteLine($"  {node.Attribute(id)}: {title.Text()}, at {document.TextPosAt(node.Range().Start)}");
}

Console.WriteLine($"\nx is {root.LookupNamespaceUri("x")}");

try
{
    Document.Parse("<a><b></a>");
}
catch (RoxmltreeException e)
{
    Console.WriteLine($"not well formed: {e.Message}");
}

static void Outline(Node node, int depth)
{
    Console.Write(new string(' ', 2 * depth));
    Console.Write(node.NodeType() switch
    {
        NodeType.Element =>
            node.TagName().Name() + string.Concat(node.Attributes().Select(attribute => $" {attribute.Name()}=\"{attribute.Value()}\"")),
        NodeType.Pi => $"? {node.Pi()!.Target}: {node.Pi()!.Value}",
        NodeType.Root => "the document",
        var other => $"{other}: {node.Text()!.Trim()}",
    });
    Console.WriteLine();

    foreach (var child in node.Children())
    {
        if (!child.IsText() || !string.IsNullOrWhiteSpace(child.Text()))
            Outline(child, depth + 1);
    }
}
