using Ferrobind.Api;
using Ferrobind.Rustdoc.Documents;

namespace Ferrobind.Rustdoc.Walking;

/// <summary>A name that a module offers to its users, and what it stands for.</summary>
internal sealed record Export(string Name, Target Target)
{
    /// <summary>Whether the two cannot stand beside each other; a glob's then gives way.</summary>
    public bool Hides(Export other) => Name == other.Name && Space(Target) == Space(other.Target);

    private static Namespace Space(Target target) => target.Definition.Kind switch
    {
        ItemKind.Function or ItemKind.Constant or ItemKind.Static => Namespace.Values,
        ItemKind.Macro or ItemKind.ProcMacro => Namespace.Macros,
        _ => Namespace.Types,
    };

    private enum Namespace { Types, Values, Macros }
}
