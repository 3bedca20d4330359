using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>The functions between the numbers of handles and Go's types of them: those that are asked for.</summary>
internal sealed class Handles(BridgePlan plan, GoTypes types)
{
    private readonly SortedSet<string> _made = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The expression that makes a handle of its number; nil of 0.</summary>
    public string New(string key, string token)
    {
        var name = types.Plan(key).GoName;
        _made.Add(name);
        return $"fbNew{name}({token})";
    }

    /// <summary>The expression that is a handle's number; 0 where it is nil.</summary>
    public string Token(string key, string value)
    {
        _used.Add(types.Plan(key).GoName);
        return $"{value}.fbToken()";
    }

    /// <summary>The file with all functions that were asked for: nothing must be asked for later.</summary>
    public IEnumerable<GeneratedFile> Files(GoPackage package)
    {
        if (_made.Count + _used.Count > 0)
            yield return package.Compose("handles", Write);
    }

    private void Write(CodeWriter code)
    {
        foreach (var name in plan.Handles.Select(h => h.GoName))
        {
            var receiver = Receivers.Name(name);
            if (_made.Contains(name))
            {
                code.Blank().Line($$"""
                    func fbNew{{name}}(token uint64) *{{name}} {
                    	if token == 0 {
                    		return nil
                    	}
                    	{{receiver}} := new({{name}})
                    	{{receiver}}.handle.own(token)
                    	return {{receiver}}
                    }
                    """);
            }

            if (_used.Contains(name))
            {
                code.Blank().Line($$"""
                    func ({{receiver}} *{{name}}) fbToken() uint64 {
                    	if {{receiver}} == nil {
                    		return 0
                    	}
                    	return {{receiver}}.handle.token
                    }
                    """);
            }
        }
    }
}
