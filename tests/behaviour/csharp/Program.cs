// Calls what Ferrobind generates, in one program and in every link mode. The cases have the names that are listed in
// ../cases.txt, and the Go program beside this one has the same ones.
using Behaviour;

Case[] cases =
[
    .. ScalarCases.All, .. TextCases.All, .. SliceCases.All, .. OptionCases.All, .. ErrorCases.All, .. PanicCases.All,
    .. ConstantCases.All, .. CallCases.All, .. CollectorCases.All, .. RawCases.All, .. CrateCases.All, .. GenericCases.All,
    .. ValueCases.All, .. ValueBorrowedCases.All,
    .. ValueErrorCases.All, .. ValueStdCases.All, .. ValueContainerCases.All, .. ValueRoundTripCases.All,
];
var failures = 0;
foreach (var (name, run) in cases)
{
    try
    {
        run();
        Console.WriteLine($"ok {name}");
    }
    catch (Exception e)
    {
        failures++;
        Console.WriteLine($"FAIL {name}: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
    }
}

return failures == 0 ? 0 : 1;
