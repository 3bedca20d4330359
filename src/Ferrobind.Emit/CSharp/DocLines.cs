namespace Ferrobind.Emit.CSharp;

/// <summary>Writes the lines of a documentation comment.</summary>
internal sealed class DocLines(CodeWriter code, int width)
{
    /// <summary>One line, as it is.</summary>
    public void Line(string xml) => code.Line(xml.Length == 0 ? "///" : $"/// {xml}");

    /// <summary>Running text, broken between words; not inside of a tag or of code, where a space means something.</summary>
    public void Wrapped(string xml)
    {
        var line = "";
        foreach (var word in Words(xml))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width - 4)
            {
                Line(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0)
            Line(line);
    }

    private static IEnumerable<string> Words(string xml)
    {
        var start = 0;
        var inTag = false;
        var inCode = 0;
        for (var i = 0; i < xml.Length; i++)
        {
            if (xml[i] == '<')
            {
                inTag = true;
                if (xml.AsSpan(i).StartsWith("<c>"))
                    inCode++;
                else if (xml.AsSpan(i).StartsWith("</c>"))
                    inCode--;
            }
            else if (xml[i] == '>')
                inTag = false;
            else if (xml[i] == ' ' && !inTag && inCode == 0)
            {
                if (i > start)
                    yield return xml[start..i];
                start = i + 1;
            }
        }

        if (start < xml.Length)
            yield return xml[start..];
    }
}
