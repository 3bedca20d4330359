using Ferrobind.Emit.CSharp.Types;
using Ferrobind.Plan;

namespace Ferrobind.Emit.CSharp;

/// <summary>
/// Writes the P/Invokes: blittable signatures, one to an export, under the export's own name. As <c>DllImport</c>: where nothing is
/// marshalled, <c>LibraryImport</c> makes the same of it, with a source generator in every build, and refuses <c>bool</c>.
/// </summary>
internal static class NativeWriter
{
    /// <summary>The exports of a crate; and those of the library, where it has no other crate.</summary>
    public static string Write(LibraryPlan plan, BridgePlan crate, BuiltLibrary library, PackageNames names)
    {
        var package = crate.Package;
        var code = new CodeWriter("    ");
        SourceHeader.Write(code, package);
        var body = new CodeWriter("    ");
        foreach (var export in crate.Exports)
        {
            if (names.Brief(export) is null)
            {
                WriteImport(
                    body, export.Symbol, NativeSignature.Result(export.Result, names.InteropScope),
                    NativeSignature.Parameters(export, names.InteropScope));
            }
            else
            {
                WriteApart(body, export, names.InteropScope);
                WriteImport(
                    body, export.DirectSymbol, NativeSignature.Direct(export, names.InteropScope),
                    NativeSignature.Parameters(export, names.InteropScope), isBrief: true);
            }
        }

        foreach (var function in crate.RawFunctions)
        {
            var parameters = function.Parameters.Select(p => $"{CSharpTypes.Raw(p.Type)} {p.CSharpName}");
            WriteImport(body, function.Symbol, CSharpTypes.Raw(function.Result), parameters);
        }

        var imports = body.ToString();
        Usings.Write(code, imports + " Marshal", names.Shared.UsedBy(imports + (crate.HasHandles ? " HandleToken" : "")));
        code.Line($"""
            namespace {names.Namespace}.{names.InteropNamespace};

            /// <summary>The native library, as the header <c>{package.Header}</c> describes it.</summary>
            """);
        using (code.Block("internal static unsafe class Native\n{", "}"))
        {
            if (names.Shared.IsApart)
                code.Line(Library(plan));
            else
                WriteLibrary(code, plan, library);
            if (crate.HasHandles)
                WriteEnds(code, plan.Names.SymbolPrefix);
            if (crate.HasHandles && !names.Shared.IsApart)
                WriteNext(code, plan.Names.SymbolPrefix);
            if (crate.HasClosures && !names.Shared.IsApart)
                WriteRoom(code, plan.Names.SymbolPrefix);
            if (imports.Length > 0)
                code.Line(imports.TrimEnd('\n'));
        }

        return code.ToString();
    }

    /// <summary>The exports that the support code of a bundle uses.</summary>
    public static string WriteShared(LibraryPlan plan, BuiltLibrary library, SharedNames shared)
    {
        var code = new CodeWriter("    ");
        SourceHeader.Write(code, plan.Names);
        Usings.Write(code, "Marshal");
        code.Line($"""
            namespace {shared.Namespace}.{shared.InteropNamespace};

            /// <summary>What the native library has for all crates, as its headers describe it.</summary>
            """);
        using (code.Block("internal static unsafe class Native\n{", "}"))
        {
            WriteLibrary(code, plan, library);
            if (plan.HasHandles)
            {
                WriteEnds(code, plan.Names.SymbolPrefix);
                WriteNext(code, plan.Names.SymbolPrefix);
            }

            if (plan.HasClosures)
                WriteRoom(code, plan.Names.SymbolPrefix);
        }

        return code.ToString();
    }

    private static string Library(LibraryPlan plan) => $"private const string Library = \"{plan.Names.LibraryName}\";";

    // Bindings of which nothing is called directly take any library with these signatures.
    private static void WriteLibrary(CodeWriter code, LibraryPlan plan, BuiltLibrary library)
    {
        var isSealed = library.Direct.Values.OfType<ProvenDirect>().Any(proven => proven.BriefElements >= 0);
        string Seal(ulong seal) => isSealed ? $"0x{seal:x16}" : "0";
        code.Line($"""
            public const string Subject = "{plan.Names.Subject}";
            public const string File = "{library.DynamicFile}";
            public const string Targets = "{plan.Names.CSharpNamespace}.targets";

            /// <summary>What the library must answer: a digest of all signatures.</summary>
            public const ulong Digest = 0x{plan.AbiDigest:x16};

            /// <summary>The export that answers it.</summary>
            public const string AbiSymbol = "{plan.Names.SymbolPrefix}abi";

            /// <summary>The export that answers with the library's seal.</summary>
            public const string SealSymbol = "{plan.Names.SymbolPrefix}seal";

            {Library(plan)}

            /// <summary>The seal of the shared library; 0: its machine code does not matter.</summary>
            public static ulong DynamicSeal => {Seal(library.DynamicSeal)};

            /// <summary>The seal of the static library.</summary>
            public static ulong StaticSeal => {Seal(library.StaticSeal)};

            [DllImport(Library, EntryPoint = AbiSymbol, ExactSpelling = true)]
            public static extern ulong Abi();

            [DllImport(Library, EntryPoint = "{plan.Names.SymbolPrefix}release", ExactSpelling = true)]
            public static extern void Release(void* data, nuint capacity, nuint align);

            """).Line(isSealed
                ? "[DllImport(Library, EntryPoint = SealSymbol, ExactSpelling = true)]\npublic static extern ulong Seal();"
                : "public static ulong Seal() => 0;");
    }

    private static void WriteEnds(CodeWriter code, string prefix) => code.Blank().Line($"""
        /// <summary>Ends a value, now; nothing happens where there is none any more.</summary>
        [DllImport(Library, EntryPoint = "{prefix}close", ExactSpelling = true)]
        public static extern void Close(HandleToken handle);

        /// <summary>Ends a value soon, on a thread of the library's own: this is for finalizers, which may not wait.</summary>
        [DllImport(Library, EntryPoint = "{prefix}forget", ExactSpelling = true)]
        public static extern void Forget(HandleToken handle);
        """);

    private static void WriteNext(CodeWriter code, string prefix) => code.Blank().Line($"""
        /// <summary>The next items of a sequence, at most so many: a list on the wire, an empty one at the end.</summary>
        [DllImport(Library, EntryPoint = "{prefix}next", ExactSpelling = true)]
        public static extern ReturnedBuffer Next(HandleToken sequence, uint most, Scratch* scratch);
        """);

    private static void WriteRoom(CodeWriter code, string prefix) => code.Blank().Line($"""
        /// <summary>More room for the answer of a closure that is being called; null if there is not so much memory.</summary>
        [DllImport(Library, EntryPoint = "{prefix}room", ExactSpelling = true)]
        public static extern byte* Room(Answer* answer, nuint length);
        """);

    private static void WriteImport(CodeWriter code, string symbol, string result, IEnumerable<string> parameters, bool isBrief = false)
    {
        // The machine code says that it is brief, and calls nothing that could wait or call back: docs/direct.md.
        code.Blank().Line(isBrief ? "[SuppressGCTransition]\n[DllImport(Library, ExactSpelling = true)]" : "[DllImport(Library, ExactSpelling = true)]");
        var list = parameters.ToList();
        var line = $"public static extern {result} {Identifier(symbol)}(";
        if (line.Length + string.Join(", ", list).Length < 112)
            code.Line($"{line}{string.Join(", ", list)});");
        else
        {
            using (code.Block(line, ""))
                code.Line(string.Join(",\n", list) + ");");
        }
    }

    // An ordinary call in the same method as a brief one would have the JIT prepare for it in both cases, which costs more than the
    // brief call.
    private static void WriteApart(CodeWriter code, ExportPlan export, TypeScope scope)
    {
        var parameters = NativeSignature.Parameters(export, scope).ToArray();
        var (type, name) = (NativeSignature.Result(export.Result, scope), $"ordinary_{export.Symbol}");
        var arguments = parameters.Select(p => p[(p.LastIndexOf(' ') + 1)..]);
        code.Blank().Line($"""
            [MethodImpl(MethodImplOptions.NoInlining)]
            public static {type} {export.Symbol}({string.Join(", ", parameters)}) =>
                {name}({string.Join(", ", arguments)});

            [DllImport(Library, EntryPoint = "{export.Symbol}", ExactSpelling = true)]
            private static extern {type} {name}({string.Join(", ", parameters)});
            """);
    }

    /// <summary>How the method of a symbol is called: as the symbol, which may be a keyword of C#'s.</summary>
    public static string Identifier(string symbol) =>
        symbol.StartsWith("fb_", StringComparison.Ordinal) || !Keywords.Contains(symbol) ? symbol : "@" + symbol;

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object",
        "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short",
        "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked",
        "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    // A view of characters is of Rune, a code point each.
    private static bool IsCharacters(ParameterForm form) => form switch
    {
        SliceParameter slice => slice.Element is ScalarKind.Char,
        OptionalParameter optional => IsCharacters(optional.Inner),
        _ => false,
    };
}
