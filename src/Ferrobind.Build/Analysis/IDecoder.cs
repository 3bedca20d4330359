namespace Ferrobind.Build.Analysis;

/// <summary>What the proof knows of an architecture.</summary>
internal interface IDecoder
{
    /// <summary>The stack pointer among the registers.</summary>
    int StackPointer { get; }

    /// <summary>The registers that integers are passed in, in order.</summary>
    ReadOnlySpan<int> Arguments { get; }

    /// <summary>The register that an integer comes back in.</summary>
    int Result { get; }

    /// <summary>The registers that a function leaves as it found them, besides the stack pointer.</summary>
    ReadOnlySpan<int> Preserved { get; }

    /// <summary>How many integer registers there are.</summary>
    int Registers { get; }

    /// <summary>How far below the stack pointer a function may write without moving it.</summary>
    int RedZone { get; }

    /// <summary>The instruction at an address; null where there is none that could be read.</summary>
    Step? Decode(ulong address);
}
