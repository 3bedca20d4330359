using System.Text;

namespace Ferrobind.Emit;

/// <summary>
/// Writes source text line by line and keeps the indentation. Text that is given may have several lines; each is
/// indented, and empty ones stay empty.
/// </summary>
/// <param name="indent">One level: four spaces, or a tab.</param>
public sealed class CodeWriter(string indent)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>The number of the line that is written next, from 1.</summary>
    public int NextLine { get; private set; } = 1;

    /// <summary>Writes text, which may have several lines, and ends the line.</summary>
    public CodeWriter Line(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                for (var i = 0; i < _depth; i++)
                    _text.Append(indent);
                _text.Append(line);
            }

            _text.Append('\n');
            NextLine++;
        }

        return this;
    }

    /// <summary>Writes an empty line.</summary>
    public CodeWriter Blank()
    {
        _text.Append('\n');
        NextLine++;
        return this;
    }

    /// <summary>Writes <paramref name="open"/>, indents until disposed, and writes <paramref name="close"/>.</summary>
    public IDisposable Block(string open, string close)
    {
        Line(open);
        _depth++;
        return new Closer(this, close);
    }

    public override string ToString() => _text.ToString();

    private sealed class Closer(CodeWriter writer, string close) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (close.Length > 0)
                writer.Line(close);
        }
    }
}
