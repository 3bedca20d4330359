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

    // impl Allocator<Fixed> for Memory, impl Allocator<Heap> for Memory: the trait's arguments say which.
    [Fact]
    public void Of_several_impls_for_a_type_it_is_the_one_with_the_traits_arguments()
    {
        var implementors = Implementors(
            Allocator(new PrimitiveType("u8"), new PrimitiveType("i8")), Allocator(new PrimitiveType("u16"), new PrimitiveType("i16")));
        Assert.Equal(new PrimitiveType("i8"), implementors.Resolve(Buffer(new PrimitiveType("u8"))));
        Assert.Equal(new PrimitiveType("i16"), implementors.Resolve(Buffer(new PrimitiveType("u16"))));
        Assert.IsType<AssociatedPathType>(implementors.Resolve(Buffer(new PrimitiveType("u32"))));
    }

    // type Buffer<T> = [T]
    [Fact]
    public void A_projection_with_parameters_is_of_its_arguments()
    {
        var implementors = Implementors(Allocator(new PrimitiveType("u8"), new SliceType(new GenericType("T"))));
        Assert.Equal(new SliceType(new PrimitiveType("char")), implementors.Resolve(Buffer(new PrimitiveType("u8"), new PrimitiveType("char"))));
    }

    // <Memory as Allocator<R>>::Buffer<T> is written with the function's own parameters.
    [Fact]
    public void Substitution_reaches_the_traits_arguments_of_a_projection()
    {
        var given = Bindings.Empty.With("R", new PrimitiveType("u8")).With("T", new PrimitiveType("char"));
        var implementors = Implementors(Allocator(new PrimitiveType("u8"), new SliceType(new GenericType("T"))));
        Assert.Equal(
            new SliceType(new PrimitiveType("char")),
            implementors.Resolve(Substitution.Apply(Buffer(new GenericType("R"), new GenericType("T")), given)));
    }

    private static Implementors Implementors(TypeRef output)
    {
        var items = new AssociatedItems([], [], [new AssociatedType("Output", [], output)]);
        return Implementors(new ImplBlock(Grow, Next(N), Generics.None, items, false, false, false, false, false));
    }

    private static Implementors Implementors(params ReadOnlySpan<ImplBlock> impls) =>
        new(new CrateApi("numbers", "1.0.0", null, 1, [], [.. impls]), null!);

    private static ImplBlock Allocator(TypeRef size, TypeRef buffer)
    {
        var parameters = new Generics([new TypeParameter("T", [], null)], []);
        var items = new AssociatedItems([], [], [new AssociatedType("Buffer", [], buffer) { Generics = parameters }]);
        return new ImplBlock(Allocates(size), Memory, Generics.None, items, false, false, false, false, false);
    }

    private static AssociatedPathType Buffer(TypeRef size, params ReadOnlySpan<TypeRef> arguments) =>
        new(Memory, Allocates(size), "Buffer", [.. arguments.ToArray().Select(a => new TypeArgument(a))]);

    private static TraitRef Allocates(TypeRef size) =>
        new(new Definition("numbers", "numbers::Allocator", ItemKind.Trait), [new TypeArgument(size)], []);

    private static readonly TypeRef Memory = new PathType(new Definition("numbers", "numbers::Memory", ItemKind.Struct), []);

    private static AssociatedPathType Output(TypeRef self) => new(self, Grow, "Output", []);

    private static PathType Next(TypeRef inner) => new(new Definition("numbers", "numbers::Next", ItemKind.Struct), [new TypeArgument(inner)]);
}
