namespace Ferrobind.Emit.CSharp;

/// <summary>What a function of Rust's is in C#.</summary>
internal enum MemberKind
{
    /// <summary>A method, or an operator.</summary>
    Method,

    /// <summary>A constructor of a handle: it sets the token. What does not throw is a method still.</summary>
    Constructor,

    /// <summary>A method that returns a handle's token, for the constructors to share.</summary>
    Token,

    /// <summary>An indexer that is read only.</summary>
    Indexer,
}
