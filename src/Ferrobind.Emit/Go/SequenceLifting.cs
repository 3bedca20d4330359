using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>How a sequence becomes an iterator: of items, of pairs, or of items and errors where an item is a <c>Result</c>.</summary>
internal static class SequenceLifting
{
    public static string Type(GoPackage package, DataType item) => item switch
    {
        ResultValue result => $"iter.Seq2[{package.Types.Of(result.Ok)}, error]",
        TupleValue { Elements: [var first, var second] } => $"iter.Seq2[{package.Types.Of(first)}, {package.Types.Of(second)}]",
        _ => $"iter.Seq[{package.Types.Of(item)}]",
    };

    /// <summary>The iterator over the sequence of a number.</summary>
    /// <param name="function">What messages call the function that returned it.</param>
    public static string Value(GoPackage package, DataType item, string token, string function)
    {
        if (item is ScalarValue scalar && WireLayout.IsFixed(scalar))
            return $"fbNumbers[{package.Types.Of(item)}]({token}, \"{function}\")";
        var isOwner = package.Wire.Layout.HasHandles(item) ? "true" : "false";
        return item switch
        {
            ResultValue result => $"fbPairs({token}, \"{function}\", {isOwner}, {ReadResult(package, result, function)})",
            TupleValue { Elements: [var first, var second] } =>
                $"fbPairs({token}, \"{function}\", {isOwner}, {ReadPair(package, item, first, second, function)})",
            _ => $"fbItems({token}, \"{function}\", {isOwner}, {ReadItem(package, item, function)})",
        };
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

    private static string ReadPair(GoPackage package, DataType item, DataType first, DataType second, string function)
    {
        var fits = package.Wire.Layout.MayMisfit([item]) ? $"\n\tr.fits(\"{function}\")" : "";
        return $$"""
            func(r *fbReader) ({{package.Types.Of(first)}}, {{package.Types.Of(second)}}) {
            	first := {{package.Wire.Reader.ReadBy(first)}}
            	second := {{package.Wire.Reader.ReadBy(second)}}{{fits}}
            	return first, second
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
