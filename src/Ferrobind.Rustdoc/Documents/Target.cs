using Ferrobind.Api;
using Ferrobind.Rustdoc.Json;

namespace Ferrobind.Rustdoc.Documents;

/// <summary>What a name stands for. The set of derived records is closed.</summary>
internal abstract record Target(Definition Definition);

/// <summary>An item that a document at hand describes.</summary>
internal sealed record KnownTarget(Definition Definition, CrateDocument Document, ItemJson Item) : Target(Definition);

/// <summary>An item of a crate whose document is not at hand, or does not describe it.</summary>
internal sealed record ForeignTarget(Definition Definition) : Target(Definition);
