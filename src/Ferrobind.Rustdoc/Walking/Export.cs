using Ferrobind.Api;
using Ferrobind.Rustdoc.Documents;

namespace Ferrobind.Rustdoc.Walking;

/// <summary>A name that a module offers to its users, and what it stands for.</summary>
internal sealed record Export(string Name, Target Target)
{
    /// <summary>What no other export of the module can have too.</summary>
    public (string Name, Namespace Space) Slot => (Name, Target.Definition.Kind switch
    {
        ItemKind.Function or ItemKind.Constant or ItemKind.Static => Namespace.Values,
        ItemKind.Macro or ItemKind.ProcMacro => Namespace.Macros,
        _ => Namespace.Types,
    });
}

/// <summary>Rust's name spaces: a type, a value and a macro may have one name.</summary>
internal enum Namespace { Types, Values, Macros }
