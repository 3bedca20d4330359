using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp.Types;

/// <summary>
/// Writes a class whose objects stand for values that stay in Rust. An object has a token that never changes: Rust knows when the
/// value is over, so an object may be disposed twice, used too late, or finalized while it is used elsewhere.
/// </summary>
internal static class HandleWriter
{
    public static string Write(BridgePlan plan, HandlePlan handle, PackageNames names)
    {
        var code = new CodeWriter("    ");
        var scope = names.ScopeOf(handle);
        var idioms = new IdiomWriter(plan, handle, names, scope);
        DocWriter.Body(
            code, handle.Docs, $"Rust's <c>{DocWriter.Escape(handle.Key)}</c>.", names.Links,
            "The value is Rust's, until <see cref=\"Dispose\"/> or the collector releases it.");
        DocWriter.Attributes(code, handle.Docs);
        idioms.WriteAttributes(code);
        var bases = string.Join(", ", idioms.Interfaces.Prepend(scope.Bcl("IDisposable")));
        using (code.Block($"public sealed unsafe class {handle.CSharpName} : {bases}\n{{", "}"))
        {
            var members = new Separated(code);
            WriteToken(members, handle, scope);
            MemberWriter.Write(members, handle, plan, names, scope);
            WriteEnd(members, handle, names, scope);
        }

        return SourceFile.Public(plan, code.ToString(), names);
    }

    private static void WriteToken(Separated members, HandlePlan handle, TypeScope scope)
    {
        var token = scope.Interop("HandleToken");
        members.Next().Line($"internal readonly {token} _token;");
        if (handle.IsMadeOfViews)
            members.Next().Line($"internal {scope.Interop("MemoryPressure")}? _pressure;");
        members.Next().Line($"internal {handle.CSharpName}({token} token) => _token = token;");
    }

    private static void WriteEnd(Separated members, HandlePlan handle, PackageNames names, TypeScope scope)
    {
        members.Next().Line($$"""
            /// <summary>Releases the value: now, or once nothing uses it any more. It may be called again.</summary>
            public void Dispose()
            {
                {{names.Native}}.Close(_token);{{(handle.IsMadeOfViews ? "\n    _pressure?.Dispose();" : "")}}
                {{scope.Bcl("GC")}}.SuppressFinalize(this);
            }
            """);
        members.Next().Line($$"""
            /// <summary>Releases the value of an object that was forgotten, on a thread of Rust's: it never waits.</summary>
            ~{{handle.CSharpName}}()
            {
                // A constructor that threw made none.
                if (!_token.IsNone)
                    {{names.Native}}.Forget(_token);
            }
            """);
    }
}
