using Ferrobind.Api;
using Ferrobind.Rustdoc.Tests.Support;
using Xunit;

namespace Ferrobind.Rustdoc.Tests;

public sealed class ImplSpecs
{
    private static readonly CrateApi Traits = Reading.Api("traits");

    [Theory]
    [InlineData("Square", "Send", "#[synthetic] impl core::marker::Send for traits::Square")]
    [InlineData("NotSend", "Send", "#[synthetic] impl !core::marker::Send for traits::NotSend")]
    [InlineData("Forced", "Send", "impl core::marker::Send for traits::Forced")]
    [InlineData("Forced", "Sync", "impl !core::marker::Sync for traits::Forced")]
    [InlineData("Wrapper", "Send",
        "#[synthetic] impl<T> core::marker::Send for traits::Wrapper<T> where T: core::marker::Send")]
    public void I_can_tell_what_may_cross_threads(string type, string trait, string impl) =>
        Assert.Equal(impl, Assert.Single(Impls(type, "core::marker::" + trait)));

    [Theory]
    [InlineData("Words", "core::iter::traits::collect::IntoIterator",
        "#[blanket] impl core::iter::traits::collect::IntoIterator for traits::Words<'a> "
        + "where traits::Words<'a>: core::iter::traits::iterator::Iterator")]
    [InlineData("Shown", "alloc::string::ToString",
        "#[blanket] impl alloc::string::ToString for traits::Shown "
        + "where traits::Shown: core::fmt::Display + ?core::marker::Sized")]
    [InlineData("Square", "core::convert::Into",
        "#[blanket] impl<U> core::convert::Into<U> for traits::Square "
        + "where U: core::convert::From<traits::Square>")]
    public void I_can_see_a_blanket_impl_as_what_it_is_for_the_type(string type, string trait, string impl) =>
        Assert.Equal(impl, Assert.Single(Impls(type, trait)));

    [Fact]
    public void I_can_see_the_items_of_the_crates_own_blanket_impls() => Assert.Equal(
        [
            "#[blanket] impl traits::Loud for traits::Shown where traits::Shown: core::fmt::Display",
            "    fn loud(self: &Self) -> alloc::string::String",
        ],
        Impls("Shown", "traits::Loud"));

    [Fact]
    public void I_can_tell_derived_impls() => Assert.Equal(
        ["core::clone::Clone", "core::fmt::Debug"],
        Traits.Impls.Where(impl => impl.IsDerived).Select(impl => impl.Trait!.Definition.Path));

    [Fact]
    public void I_am_not_told_of_impls_that_concern_nothing_public()
    {
        var text = string.Join('\n', Traits.Impls.SelectMany(ApiText.Impl));
        Assert.DoesNotContain("Unseen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Invisible", text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Impls(string type, string trait) => Traits.Impls
        .Where(impl => impl.For is PathType path && path.Definition.Path == "traits::" + type)
        .Where(impl => impl.Trait?.Definition.Path == trait)
        .SelectMany(ApiText.Impl);
}
