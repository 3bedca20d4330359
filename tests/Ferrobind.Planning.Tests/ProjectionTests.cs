using Ferrobind.Api;
using Ferrobind.Planning.Monomorphisation;
using Xunit;

namespace Ferrobind.Planning.Tests;

/// <summary>What stands for <c>&lt;T as Trait>::Name</c>.</summary>
public sealed class ProjectionTests
{
    private static readonly TraitRef Grow = new(new Definition("numbers", "numbers::Grow", ItemKind.Trait), [], []);
    private static readonly TypeRef N = new GenericType("N");

    [Fact]
    public void A_projection_is_what_the_impl_says()
    {
        var resolved = Implementors(new PrimitiveType("u8")).Resolve(Output(Next(new PrimitiveType("u32"))));
        Assert.Equal(new PrimitiveType("u8"), resolved);
    }

    // As numbers that are types have them: impls are chosen by the type alone here, so one may lead to ever larger ones.
    [Fact]
    public void Projections_that_lead_to_more_of_them_end()
    {
        var resolved = Implementors(new TupleType([Output(Next(Next(N))), Output(Next(Next(N)))])).Resolve(Output(Next(new PrimitiveType("u32"))));
        Assert.IsType<TupleType>(resolved);
    }

    private static Implementors Implementors(TypeRef output)
    {
        var items = new AssociatedItems([], [], [new AssociatedType("Output", [], output)]);
        var impl = new ImplBlock(Grow, Next(N), Generics.None, items, false, false, false, false, false);
        return new Implementors(new CrateApi("numbers", "1.0.0", null, 1, [], [impl]), null!);
    }

    private static AssociatedPathType Output(TypeRef self) => new(self, Grow, "Output", []);

    private static PathType Next(TypeRef inner) => new(new Definition("numbers", "numbers::Next", ItemKind.Struct), [new TypeArgument(inner)]);
}
