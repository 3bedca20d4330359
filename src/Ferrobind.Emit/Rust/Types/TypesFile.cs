using System.Collections.Immutable;
using Ferrobind.Plan;

namespace Ferrobind.Emit.Rust.Types;

/// <summary><c>src/types.rs</c>: the crate's types on the wire, and the mirrors of those that go by value.</summary>
internal static class TypesFile
{
    public static (GeneratedFile File, ImmutableArray<TypeSpan> Spans) Emit(LibraryPlan library, int crate)
    {
        var plan = library.Crates[crate];
        var set = new RustTypeSet(library, crate);
        var path = RustModule.Of(plan.Package).File("types.rs");
        var writer = new CodeWriter("    ");
        var spans = ImmutableArray.CreateBuilder<TypeSpan>(plan.Types.Length + plan.Handles.Length);
        writer.Line("""
            //! The crate's types: how those that are data cross, and what cells must know of the others.

            // Mirrors are named as in the header; a tuple's fields are numbered, so that there is one way
            // to write all; and what the crate deprecates, it still offers.
            #![allow(non_camel_case_types, clippy::init_numbered_fields, deprecated)]

            """);
        string[] uses =
        [
            "use crate::runtime::*;",
            .. set.Mirrors.Select(mirror => $"pub use {mirror.Module.Path}::types::{mirror.There} as {mirror.Here};"),
        ];
        foreach (var use in uses.OrderBy(use => use[use.IndexOf("crate", StringComparison.Ordinal)..], StringComparer.Ordinal))
            writer.Line(use);
        var acceptsHandles = library.Crates.Any(c => c.Exports.Any(e => e.Parameters.Any(p => p.Form is WireParameter { Handles: not HandleUse.None })));
        var inPlace = set.InPlace;
        foreach (var type in set.Types)
        {
            writer.Blank();
            var first = writer.NextLine;
            switch (type)
            {
                case RecordPlan or SumPlan when plan.HasHandlesIn(type):
                    HeldWriter.Write(writer, plan, type);
                    break;
                case RecordPlan record:
                    RecordWriter.Write(writer, plan, record);
                    if (record.Layout is not RecordLayout.Wire)
                        MirrorWriter.Write(writer.Blank(), plan, record, inPlace.Contains(record.Key));
                    break;
                case EnumPlan values:
                    EnumWriter.Write(writer, plan, values, inPlace.Contains(values.Key));
                    break;
                case SumPlan sum:
                    SumWriter.Write(writer, plan, sum);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(library), type, "not a type");
            }

            // Among handles, data is given, too.
            var isHeld = plan.HasHandlesIn(type);
            if (library.HasHandles && !isHeld)
                writer.Blank().Line($"give_data!({type.RustType});");
            if (acceptsHandles && type.IsSent && !isHeld)
                writer.Line($"accept_data!({type.RustType});");
            spans.Add(new TypeSpan(type.Key, path, first, writer.NextLine - 1));
        }

        foreach (var handle in set.Handles)
        {
            writer.Blank();
            var first = writer.NextLine;
            HandleWriter.Write(writer, plan, handle);
            spans.Add(new TypeSpan(handle.Key, path, first, writer.NextLine - 1));
        }

        return (new GeneratedFile(path, writer.ToString()), spans.ToImmutable());
    }
}
