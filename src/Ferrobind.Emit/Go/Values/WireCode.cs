using Ferrobind.Plan;

namespace Ferrobind.Emit.Go;

/// <summary>How data is read and written in this package: the functions for it are made as they are asked for.</summary>
internal sealed class WireCode
{
    public WireCode(BridgePlan plan, GoTypes types, Handles handles)
    {
        Layout = new WireLayout(types);
        var names = new ValueNames(plan, types);
        Reader = new ValueReader(types, Layout, names, handles);
        Writer = new ValueWriter(types, Layout, names, handles);
    }

    public WireLayout Layout { get; }

    public ValueReader Reader { get; }

    public ValueWriter Writer { get; }

    /// <summary>The files with all functions that were asked for: nothing must be asked for later.</summary>
    public IEnumerable<GeneratedFile> Files(GoPackage package)
    {
        if (Reader.IsWanted)
            yield return package.Compose("read", Reader.Write);
        if (Writer.IsWanted)
            yield return package.Compose("write", Writer.Write);
    }
}
