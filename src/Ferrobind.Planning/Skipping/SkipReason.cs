using Ferrobind.Plan;

namespace Ferrobind.Planning.Skipping;

/// <summary>Why an item does not cross. Every reason is made here, with its number; docs/diagnostics.md explains each.</summary>
internal static class SkipReason
{
    public static Skipped KindNotBridged(string kind) =>
        new("FB1001", $"a {kind} has no form in which it crosses.");

    public static Skipped Parameter(string name, string type) =>
        new("FB1002", $"parameter `{name}: {type}` has no form in which it crosses.");

    public static Skipped Result(string type) =>
        new("FB1003", $"the result `{type}` has no form in which it crosses.");

    public static Skipped Generic(string parameter, string bounds) => new(
        "FB1004",
        $"type parameter `{parameter}` can be any type{(bounds.Length == 0 ? "" : $" that is `{bounds}`")}, and no "
        + "well-known bound says which.");

    public static Skipped ConstGeneric(string parameter) =>
        new("FB1005", $"const parameter `{parameter}` can have any value.");

    public static Skipped Unsafe() =>
        new("FB1006", "it is an `unsafe fn`: its caller must keep promises that no wrapper can check.");

    public static Skipped Async() => new("FB1007", "it is an `async fn`; futures do not cross yet.");

    public static Skipped StaticView(string name) => new(
        "FB1008", $"parameter `{name}` must live for the rest of the program, and a view lives for the call only.");

    public static Skipped CallingConvention(string abi) =>
        new("FB1009", $"its calling convention `extern \"{abi}\"` does not cross.");

    public static Skipped CSignature(string type) =>
        new("FB1010", $"it is a C function, and `{type}` is no type that C has.");

    public static Skipped Error(string type) => new(
        "FB1011", $"the error type `{type}` is not known to have a message (`Display`).");

    public static Skipped MutableStatic() =>
        new("FB1012", "it is a `static mut`: every use of it is unsafe.");

    public static Skipped Member(string owner) =>
        new("FB1013", $"it belongs to `{owner}`, which does not cross yet.");

    public static Skipped NotDocumented(string crate) =>
        new("FB1014", $"it is a re-export from `{crate}`, whose documentation could not be read.");

    public static Skipped ConstantType(string type) =>
        new("FB1015", $"a constant of type `{type}` has no form in which it crosses.");

    public static Skipped Never() =>
        new("FB1016", "it never returns, and a caller in another language could not go on.");

    public static Skipped Unobtainable(string type) => new(
        "FB1017", $"it needs a `{type}`, and nothing that crosses returns one.");

    public static Skipped ErrorMember(string type) => new(
        "FB1020", $"`{type}` crosses as an error, which has its message and nothing else of it.");

    public static Skipped Uninstantiated() => new(
        "FB1019", "it has type parameters, and nothing that crosses says what they are.");

    public static Skipped TooManyBorrowers() => new(
        "FB1018", "it takes more than two values that borrow, each from something else.");

    public static Skipped NoClone(string name, string type) => new(
        "FB1021", $"parameter `{name}` borrows values made of `{type}`s, which would have to be clones, and `{type}` is not `Clone`.");

    public static Skipped BorrowerInside(string name, string type) => new(
        "FB1022", $"parameter `{name}` is made of `{type}`s, which borrow, each from something else.");

    public static Skipped BoundOtherwise(string crate) => new(
        "FB1030", $"`{crate}`, which is in the same library, offers the type as well, and there it crosses otherwise.");

    public static Skipped Refused(string message) => new("FB1090", $"the compiler refuses the export: {message}");

    public static Skipped Configured() => new("FB1099", "the configuration leaves it out.");
}
