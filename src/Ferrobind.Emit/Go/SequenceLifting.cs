using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>How a sequence becomes an iterator: of items, or of items and errors where an item is a <c>Result</c>.</summary>
internal static class SequenceLifting
{
    public static string Type(GoPackage package, DataType item) => item is ResultValue result
        ? $"iter.Seq2[{package.Types.Of(result.Ok)}, error]"
        : $"iter.Seq[{package.Types.Of(item)}]";

    /// <summary>The iterator over the sequence of a number.</summary>
    /// <param name="function">What messages call the function that returned it.</param>
    public static string Value(GoPackage package, DataType item, string token, string function)
    {
        if (item is ScalarValue scalar && WireLayout.IsFixed(scalar))
            return $"fbNumbers[{package.Types.Of(item)}]({token}, \"{function}\")";
        var isOwner = package.Wire.Layout.HasHandles(item) ? "true" : "false";
        return item is ResultValue result
            ? $"fbPairs({token}, \"{function}\", {isOwner}, {ReadResult(package, result, function)})"
            : $"fbItems({token}, \"{function}\", {isOwner}, {ReadItem(package, item, function)})";
    }

    private static string ReadItem(GoPackage package, DataType item, string function)
    {
        if (!package.Wire.Layout.MayMisfit([item]))
            return package.Wire.Reader.Function(item);
        return $$"""
            func(r *fbReader) {{package.Types.Of(item)}} {
            	value := {{package.Wire.Reader.ReadBy(item)}}
            	r.fits("{{function}}")
            	return value
            }
            """;
    }

    private static string ReadResult(GoPackage package, ResultValue result, string function)
    {
        var fits = package.Wire.Layout.MayMisfit([result]) ? $"\n\tr.fits(\"{function}\")" : "";
        return $$"""
            func(r *fbReader) ({{package.Types.Of(result.Ok)}}, error) {
            	if r.bool() {
            		value := {{package.Wire.Reader.ReadBy(result.Error)}}{{fits.Replace("\t", "\t\t", StringComparison.Ordinal)}}
            		return {{package.Types.Zero(result.Ok)}}, {{ErrorWriter.OfValue(package, result.Error, "value")}}
            	}
            	value := {{package.Wire.Reader.ReadBy(result.Ok)}}{{fits}}
            	return value, nil
            }
            """;
    }
}
