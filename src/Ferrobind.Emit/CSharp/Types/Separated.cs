namespace Ferrobind.Emit.CSharp.Types;

/// <summary>Members with empty lines between them.</summary>
internal sealed class Separated(CodeWriter code)
{
    private bool _isFirst = true;

    public CodeWriter Next()
    {
        if (!_isFirst)
            code.Blank();
        _isFirst = false;
        return code;
    }
}
