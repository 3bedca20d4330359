// Attacks what Ferrobind generates for types that stay in Rust. The cases have the names that are listed in ../cases.txt, and
// the Go program beside this one has the same ones.
using Hostile;

if (args is ["exit"])
    return ThreadCases.Exit();

Case[] cases =
[
    .. MakeCases.All, .. MethodCases.All, .. BorrowCases.All, .. ViewCases.All, .. KeptCases.All, .. IdiomCases.All, .. CloseCases.All,
    .. ConflictCases.All, .. PanicCases.All, .. ThreadCases.All, .. CollectorCases.All, .. LibraryCases.All, .. InsideCases.All, .. PartsCases.All, .. DynCases.All, .. VariantCases.All, .. StripCases.All, .. PlaceCases.All, .. BehindCases.All,
    .. ClosureCases.All,
];
var failures = 0;
foreach (var (name, run) in cases)
{
    try
    {
        run();
        Check.Settled();
        Console.WriteLine($"ok {name}");
    }
    catch (Exception e)
    {
        failures++;
        Console.WriteLine($"FAIL {name}: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
    }
}

return failures == 0 ? 0 : 1;
