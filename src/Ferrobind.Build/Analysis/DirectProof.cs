using Ferrobind.Plan;

namespace Ferrobind.Build.Analysis;

/// <summary>
/// Decides from its machine code whether an export may be called directly. docs/direct.md explains why the answer can be trusted.
/// </summary>
public sealed class DirectProof
{
    /// <summary>The most work of a direct call: it cannot be preempted, so a collection waits that long for it.</summary>
    public const int MostWork = 4000;

    /// <summary>The most work of a call that the runtime does not see at all (<c>SuppressGCTransition</c>).</summary>
    public const int MostBriefWork = 600;

    /// <summary>The most bytes of stack.</summary>
    public const int MostStack = 2048;

    // More is not worth the time that it takes to look at, and fewer not the branch.
    private const int MostElements = 512, FewestElements = 8;
    private const long Budget = 1_500_000;

    private readonly MachineImage _image;

    private DirectProof(MachineImage image) => _image = image;

    /// <summary>The architecture is one that can be read.</summary>
    public bool IsSupported => _image.Machine == 62;

    /// <param name="path">A shared library, or a closed archive.</param>
    public static DirectProof Of(string path) => new(MachineImage.Read(path));

    /// <summary>Looks at one direct export.</summary>
    public DirectVerdict Judge(string symbol, DirectSignature signature)
    {
        if (!IsSupported)
            return new NotDirect(symbol, "is of an architecture that is not understood");
        if (_image.AddressOf(symbol) is not { } address)
            return new NotDirect(symbol, "is not in the library");
        try
        {
            return Judge(symbol, address, signature);
        }
        catch (NotProven reason)
        {
            return new NotDirect(symbol, reason.Message);
        }
    }

    private DirectVerdict Judge(string symbol, ulong address, DirectSignature signature)
    {
        var explorer = Explorer(out var decoder);
        var budget = Budget;
        try
        {
            var work = explorer.Work(DirectArguments.Start(decoder, address, signature, null), MostWork, ref budget);
            return Bounded(symbol, explorer, work, explorer.HasLoops ? DirectLoops.Constant : DirectLoops.None,
                int.MaxValue, work <= MostBriefWork ? int.MaxValue : -1, work);
        }
        catch (NotProven) when (signature.Views > 0)
        {
            return JudgeLengths(symbol, address, signature);
        }
    }

    private DirectVerdict JudgeLengths(string symbol, ulong address, DirectSignature signature)
    {
        var explorer = Explorer(out var decoder);
        var budget = Budget;
        var (elements, work, brief, briefWork) = (-1, 0, -1, 0);
        NotProven? stopped = null;
        while (elements < MostElements)
        {
            var longest = work;
            try
            {
                foreach (var lengths in Lengths(signature.Views, elements + 1))
                {
                    var one = explorer.Work(DirectArguments.Start(decoder, address, signature, lengths), MostWork, ref budget);
                    longest = Math.Max(longest, one);
                }
            }
            catch (NotProven reason)
            {
                stopped = reason;
                break;
            }

            (elements, work) = (elements + 1, longest);
            if (work <= MostBriefWork)
                (brief, briefWork) = (elements, work);
        }

        // What is not harmless for a longer view is no matter of length.
        if (stopped is { IsTooMuch: false } || elements < FewestElements)
            return new NotDirect(symbol, stopped!.Message);
        return Bounded(symbol, explorer, work, DirectLoops.Views, elements, brief, briefWork);
    }

    private static ProvenDirect Bounded(
        string symbol, Explorer explorer, int work, DirectLoops loops, int elements, int brief, int briefWork) =>
        new ProvenDirect(symbol, explorer.Stack, explorer.Instructions, work, loops, elements, brief, brief < 0 ? 0 : briefWork);

    /// <summary>All lengths of so many views of which the longest is <paramref name="longest"/>.</summary>
    private static IEnumerable<int[]> Lengths(int views, int longest)
    {
        var lengths = new int[views];
        while (true)
        {
            if (lengths.Contains(longest))
                yield return [.. lengths];
            var i = 0;
            while (i < views && lengths[i] == longest)
                lengths[i++] = 0;
            if (i == views)
                yield break;
            lengths[i]++;
        }
    }

    private Explorer Explorer(out IDecoder decoder)
    {
        decoder = new X64Decoder(_image);
        return new Explorer(_image, decoder);
    }
}
