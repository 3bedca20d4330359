using System.Collections.Immutable;
using Ferrobind.Build.Analysis;
using Ferrobind.Diagnostics;
using Ferrobind.Plan;

namespace Ferrobind.Build.Pure;

/// <summary>
/// Makes the object that a Go program without cgo is linked with: of the closed archive, the instructions that the proof has looked at and
/// the data that they refer to, and nothing else. docs/direct.md says why that is enough.
/// </summary>
/// <param name="Verdicts">Of each export that was asked about, by its symbol.</param>
/// <param name="Memory">The functions for memory that the object calls, as C names them, sorted: Go has to supply them.</param>
public sealed record PureObject(ImmutableSortedDictionary<string, PureVerdict> Verdicts, ImmutableArray<string> Memory)
{
    /// <summary>Writes the object, the same bytes each time; where no export can be in it, nothing.</summary>
    /// <param name="archive">The closed archive.</param>
    /// <param name="exports">Which to try, by their symbols.</param>
    /// <param name="memoryPrefix">What precedes the names of the functions for memory: no other object has its own under these.</param>
    /// <exception cref="FerrobindException">The archive cannot be read.</exception>
    public static PureObject Make(
        string archive, IReadOnlyDictionary<string, DirectSignature> exports, string memoryPrefix, string path)
    {
        var verdicts = ImmutableSortedDictionary.CreateBuilder<string, PureVerdict>(StringComparer.Ordinal);
        var proof = ClosedProof.Of(archive);
        var linker = new PureLinker(RelocatableObject.Read(archive), memoryPrefix);
        foreach (var (symbol, signature) in exports.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            try
            {
                var code = proof.Look(symbol, signature);
                linker.Add(code);
                verdicts[symbol] = new ProvenPure(symbol, code.Stack, code.Bytes);
            }
            catch (NotProven reason)
            {
                verdicts[symbol] = new NotPure(symbol, reason.Message);
            }
        }

        File.Delete(path);
        if (!linker.IsEmpty)
        {
            File.WriteAllBytes(path, linker.Write());
            Check(path, linker, exports);
        }

        return new PureObject(verdicts.ToImmutable(), linker.Memory);
    }

    // What has been taken apart and put together is looked at once more. All that is not an instruction of the proof's ends the program.
    private static void Check(string path, PureLinker linker, IReadOnlyDictionary<string, DirectSignature> exports)
    {
        var proof = ClosedProof.Of(path, linker.Memory.ToImmutableDictionary(linker.NameOf));
        foreach (var symbol in linker.Exports)
        {
            if (proof.Judge(symbol, exports[symbol]) is NotPure not)
                throw new InvalidOperationException($"{Path.GetFileName(path)}: {symbol} {not.Reason}");
        }
    }
}
