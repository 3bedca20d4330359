using System.Collections.Immutable;
using Ferrobind.Build.Analysis;
using Ferrobind.Diagnostics;
using Ferrobind.Plan;

namespace Ferrobind.Build.Pure;

/// <summary>
/// Makes the object that a Go program without cgo is linked with: of the closed archive, the instructions that the proof has looked at and
/// the constants that they refer to, and nothing else. docs/direct.md says why that is enough.
/// </summary>
public static class PureObject
{
    /// <summary>Writes the object, the same bytes each time; where no export can be in it, none.</summary>
    /// <param name="archive">The closed archive.</param>
    /// <param name="exports">Which to try, by their symbols.</param>
    /// <returns>What is proved of each, by its symbol.</returns>
    /// <exception cref="FerrobindException">The archive cannot be read.</exception>
    public static ImmutableSortedDictionary<string, PureVerdict> Make(
        string archive, IReadOnlyDictionary<string, DirectSignature> exports, string path)
    {
        var verdicts = ImmutableSortedDictionary.CreateBuilder<string, PureVerdict>(StringComparer.Ordinal);
        var proof = ClosedProof.Of(archive);
        var source = RelocatableObject.Read(archive);
        var codes = new List<ClosedCode>();
        foreach (var (symbol, signature) in exports)
        {
            try
            {
                var code = proof.Look(symbol, signature);
                new PureLinker(source).Add(code);
                codes.Add(code);
            }
            catch (NotProven reason)
            {
                verdicts[symbol] = new NotPure(symbol, reason.Message);
            }
        }

        File.Delete(path);
        if (codes.Count > 0)
            Link(source, codes, path);

        // What has been taken apart and put together is looked at once more: what is shipped is what is proved.
        while (codes.Count > 0)
        {
            var whole = ClosedProof.Of(path);
            var judged = codes.Select(code => whole.Judge(code.Symbol, exports[code.Symbol])).ToArray();
            var failed = judged.OfType<NotPure>().ToArray();
            verdicts.AddRange((failed.Length > 0 ? failed : judged).Select(v => KeyValuePair.Create(v.Symbol, v)));
            if (failed.Length == 0)
                break;
            codes.RemoveAll(code => failed.Any(f => f.Symbol == code.Symbol));
            File.Delete(path);
            if (codes.Count > 0)
                Link(source, codes, path);
        }

        return verdicts.ToImmutable();
    }

    private static void Link(RelocatableObject source, IEnumerable<ClosedCode> codes, string path)
    {
        var linker = new PureLinker(source);
        foreach (var code in codes)
            linker.Add(code);
        File.WriteAllBytes(path, linker.Write());
    }
}
