using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Types;

/// <summary>
/// Writes what a type of .NET's has because the Rust type implements a trait: interfaces, and the members that they and the operators
/// are made of. A value of data has its own equality, hash code and copies.
/// </summary>
internal sealed class IdiomWriter
{
    private readonly TypePlan _type;
    private readonly PackageNames _names;
    private readonly TypeScope _scope;
    private readonly string _name;
    private readonly bool _isReference;
    private readonly Dictionary<Idiom, ExportPlan> _exports;
    private readonly Lazy<LocalNames> _members;
    private string? _debuggerText;
    private string? _indexerName;

    public IdiomWriter(BridgePlan plan, TypePlan type, PackageNames names, TypeScope scope)
    {
        (_type, _names, _scope) = (type, names, scope);
        _name = type.CSharpName;
        _isReference = !scope.Facts.IsStruct(type);
        _exports = plan.Exports.Where(e => e.Owner == type.Key && IsWritten(e)).GroupBy(e => e.Idiom)
            .ToDictionary(g => g.Key, g => g.First());
        _members = new Lazy<LocalNames>(() => new LocalNames(
            plan.Exports.Where(e => e.Owner == type.Key).Select(e => e.CSharpName)
                .Concat(plan.Constants.Where(c => c.Owner == type.Key).Select(c => c.CSharpName))
                .Append(_name)));
    }

    /// <summary>What the type implements.</summary>
    public IEnumerable<string> Interfaces
    {
        get
        {
            if (_exports.ContainsKey(Idiom.Equal))
                yield return $"{_scope.Bcl("IEquatable")}<{_name}>";
            if (_exports.ContainsKey(Idiom.Compare))
                yield return $"{_scope.Bcl("IComparable")}<{_name}>";
            if (_exports.ContainsKey(Idiom.Parse))
                yield return $"{_scope.Bcl("IParsable")}<{_name}>";
            if (_exports.TryGetValue(Idiom.Iterate, out var iterate))
                yield return $"{_scope.Bcl("IEnumerable")}<{Item(iterate)}>";
        }
    }

    /// <summary>Attributes of the type.</summary>
    public void WriteAttributes(CodeWriter code)
    {
        if (_exports.ContainsKey(Idiom.Debug))
            code.Line($"[{_scope.Bcl("DebuggerDisplay")}(\"{{{DebuggerText},nq}}\")]");
    }

    /// <summary>The interfaces behind the head of a record.</summary>
    public string Bases => string.Join(", ", Interfaces) is { Length: > 0 } bases ? $" : {bases}" : "";

    /// <summary>Writes an export that is an idiom; one of data that C# has itself is nothing.</summary>
    /// <param name="place">Where a plain method would stand.</param>
    /// <returns>Whether it was one.</returns>
    public bool Write(Separated members, ExportPlan export, FunctionPlace place)
    {
        if (export.Idiom == Idiom.Index && _type is HandlePlan)
        {
            WriteIndexer(members, export, place);
            return true;
        }

        if (!IsIdiom(export))
            return false;
        if (export.Idiom is Idiom.New)
        {
            Function(members, export, place with { Kind = MemberKind.Constructor, Modifiers = "public" });
            return true;
        }

        // Of two, the second would be the same member.
        if (!_exports.TryGetValue(export.Idiom, out var first) || !ReferenceEquals(first, export))
            return export.Idiom is not (Idiom.Default or Idiom.Parse or Idiom.Iterate);
        switch (export.Idiom)
        {
            case Idiom.Debug:
                WriteDebug(members.Next(), export, place);
                break;
            case Idiom.Clone:
                Function(members, export, place with { Name = "Clone" });
                break;
            case Idiom.Default:
                Function(members, export, place with { Name = export.CSharpName == "Default" ? "CreateDefault" : null });
                break;
            case Idiom.Equal:
                Function(members, export, place with { Name = "Equals", WhenNull = "false" });
                WriteEquality(members);
                break;
            case Idiom.Hash:
                Function(members, export, place with
                {
                    Name = "GetHashCode",
                    Modifiers = place.Modifiers.Replace("public", "public override", StringComparison.Ordinal),
                    Result = "int",
                    Lift = value => $"{value}.GetHashCode()",
                });
                break;
            case Idiom.Compare:
                Function(members, export, place with { Name = "CompareTo", WhenNull = _isReference ? "1" : null });
                WriteOrder(members);
                break;
            case Idiom.Parse:
                Function(members, export, place);
                WriteParsable(members, export);
                break;
            case Idiom.Iterate:
                Function(members, export, place with
                {
                    Name = "GetEnumerator",
                    Result = $"{_scope.Bcl("IEnumerator")}<{Item(export)}>",
                    Lift = value => $"{value}.GetEnumerator({(IsIterator(export) ? "iterator: this" : "")})",
                });
                members.Next().Line(
                    "System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(export), export.Idiom, "not an idiom");
        }

        return true;
    }

    private bool IsWritten(ExportPlan export) => IsIdiom(export) && (_type is HandlePlan || export.Idiom is Idiom.Parse or Idiom.Compare);

    private bool IsIdiom(ExportPlan export) => export.Idiom switch
    {
        // Only what is there for sure can be constructed.
        Idiom.New => _type is HandlePlan && export.Result is HandleResult { IsOptional: false } made && made.Key == _type.Key,
        Idiom.Default => _type is HandlePlan && export.Result is HandleResult,
        Idiom.Iterate => _type is HandlePlan && export.Result is SequenceResult { IsOptional: false },
        Idiom.Parse or Idiom.Compare or Idiom.Debug or Idiom.Clone or Idiom.Equal or Idiom.Hash => true,
        _ => false,
    };

    private void Function(Separated members, ExportPlan export, FunctionPlace place) =>
        FunctionWriter.Write(members.Next(), export, _names, place);

    private string DebuggerText => _debuggerText ??= _members.Value.Take("DebuggerText");

    // Not a collection: its items are gone once they are enumerated, as in a for loop of Rust's.
    private static bool IsIterator(ExportPlan export) => export.Parameters[0].Form is HandleParameter { Access: HandleAccess.Exclusive };

    private string Item(ExportPlan export) => _scope.Of(((SequenceResult)export.Result).Item);

    private string Nullable => _isReference ? "?" : "";

    // For the debugger, which shows whatever it is.
    private void WriteDebug(CodeWriter code, ExportPlan export, FunctionPlace place)
    {
        using (code.Block($"private string {DebuggerText}\n{{", "}"))
        using (code.Block("get\n{", "}"))
        {
            using (code.Block("try\n{", "}"))
                new CallWriter(code, export, _names, place, CallStyle.Throwing, null, null).Write();
            using (code.Block($"catch ({_scope.Bcl("Exception")} exception)\n{{", "}"))
                code.Line("return exception.Message;");
        }
    }

    private void WriteIndexer(Separated members, ExportPlan export, FunctionPlace place)
    {
        // Item is what the runtime calls an indexer, unless it is told otherwise.
        _indexerName ??= _members.Value.Take("Item");
        var attribute = _indexerName == "Item" ? null : $"[{_scope.Bcl("IndexerName")}(\"{_indexerName}\")]";
        Function(members, export, place with { Kind = MemberKind.Indexer, Attribute = attribute });
    }

    private void WriteEquality(Separated members)
    {
        members.Next().Line($"""
            /// <inheritdoc/>
            public override bool Equals(object? obj) => Equals(obj as {_name});
            """);
        if (!_exports.ContainsKey(Idiom.Hash))
            members.Next().Line($"""
                /// <summary>A hash code that is the same for values that are equal: as Rust has none for this type, it is the same for all.</summary>
                public override int GetHashCode() => 0;
                """);
        members.Next().Line($"""
            /// <summary>Whether both have values that are equal in Rust, or both are null.</summary>
            public static bool operator ==({_name}? left, {_name}? right) => left is null ? right is null : left.Equals(right);
            """);
        members.Next().Line($"""
            /// <summary>Whether the values are not equal in Rust, or one is null.</summary>
            public static bool operator !=({_name}? left, {_name}? right) => !(left == right);
            """);
    }

    private void WriteOrder(Separated members)
    {
        foreach (var (symbol, summary) in ((string, string)[])
            [("<", "comes before"), ("<=", "does not come behind"), (">", "comes behind"), (">=", "does not come before")])
        {
            var compared = !_isReference ? $"left.CompareTo(right) {symbol} 0"
                : symbol switch
                {
                    "<" => "left is null ? right is not null : left.CompareTo(right) < 0",
                    "<=" => "left is null || left.CompareTo(right) <= 0",
                    ">" => "left is not null && left.CompareTo(right) > 0",
                    _ => "left is null ? right is null : left.CompareTo(right) >= 0",
                };
            members.Next().Line($"""
                /// <summary>Whether the first {summary} the second{(_isReference ? "; null comes first" : "")}.</summary>
                public static bool operator {symbol}({_name}{Nullable} left, {_name}{Nullable} right) =>
                    {compared};
                """);
        }
    }

    // Not as public methods: those would be what an analyzer wants called, though no culture changes anything.
    private void WriteParsable(Separated members, ExportPlan export)
    {
        var (interfaceName, provider) = ($"{_scope.Bcl("IParsable")}<{_name}>", $"{_scope.Bcl("IFormatProvider")}? provider");
        members.Next().Line($"static {_name} {interfaceName}.Parse(string s, {provider}) => {export.CSharpName}(s);");
        var code = members.Next();
        using (code.Block($"static bool {interfaceName}.TryParse(", ""))
        {
            code.Line($"""
                [{_scope.Bcl("NotNullWhen")}(true)] string? s,
                {provider},
                [{_scope.Bcl("MaybeNullWhen")}(false)] out {_name} result)
                """);
        }

        using (code.Block("{", "}"))
        {
            code.Line(export.Error is null
                ? $"result = s is null ? default : {export.CSharpName}(s);\nreturn s is not null;"
                : $"result = default;\nreturn s is not null && Try{export.CSharpName}(s, out result);");
        }
    }
}
