namespace Ferrobind.Build.Analysis;

/// <summary>Some way through the code is not known to be harmless.</summary>
/// <param name="reason">For people.</param>
/// <param name="isTooMuch">It only takes too long; with shorter views it may not.</param>
internal sealed class NotProven(string reason, bool isTooMuch = false) : Exception(reason)
{
    public const string Loop = "has a loop that the length of no view bounds";
    public const string TooMuch = "may take too long";

    public bool IsTooMuch => isTooMuch;
}
