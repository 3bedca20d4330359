using Ferrobind.Rustdoc.Documents;

namespace Ferrobind.Rustdoc.Types;

/// <summary>
/// What reading a type needs: the document whose ids it uses, the others, and what its parameters mean.
/// </summary>
internal sealed record ReadContext(CrateDocument Document, CrateLibrary Library, Scope Scope)
{
    public ReadContext(CrateDocument document, CrateLibrary library)
        : this(document, library, Scope.Empty)
    {
    }
}
