using Iced.Intel;

namespace Ferrobind.Build.Analysis;

/// <summary>The instructions of x86-64 that no direct call may reach: those that are listed as harmless are the others.</summary>
internal static class X64Refusals
{
    public static string? Of(in Instruction i)
    {
        if (i.SegmentPrefix is Register.FS or Register.GS)
            return "uses a variable of the thread";
        if (i.IsPrivileged)
            return "has an instruction that programs may not use";
        if (i.Mnemonic is Mnemonic.Syscall or Mnemonic.Sysenter || i.FlowControl is FlowControl.Interrupt && i.Mnemonic != Mnemonic.Int3)
            return "makes a system call";
        if (i.Mnemonic is Mnemonic.Ud0 or Mnemonic.Ud1 or Mnemonic.Ud2 or Mnemonic.Int3 or Mnemonic.Hlt)
            return "may end the process";
        if (i.HasRepPrefix || i.HasRepnePrefix)
        {
            if (i.IsStringInstruction)
                return "repeats an instruction as often as a register says";
        }

        if (i.Mnemonic == Mnemonic.Pause)
            return "waits for another thread";
        if (i.FlowControl is FlowControl.Next ? !IsKnown(i) : !IsWay(i))
            return $"has an instruction that is not understood: {i.Mnemonic.ToString().ToLowerInvariant()}";
        return null;
    }

    /// <summary>It computes with vectors or floating-point numbers.</summary>
    public static bool IsVector(in Instruction i)
    {
        foreach (var feature in i.CpuidFeatures)
        {
            if (feature is not (CpuidFeature.SSE or CpuidFeature.SSE2 or CpuidFeature.SSE3 or CpuidFeature.SSSE3 or CpuidFeature.SSE4_1
                or CpuidFeature.SSE4_2 or CpuidFeature.AVX or CpuidFeature.AVX2 or CpuidFeature.FMA))
                return false;
        }

        return i.CpuidFeatures.Length > 0;
    }

    private static bool IsWay(in Instruction i) => i.FlowControl switch
    {
        FlowControl.UnconditionalBranch or FlowControl.IndirectBranch or FlowControl.Call or FlowControl.IndirectCall =>
            !i.IsJmpFar && !i.IsJmpFarIndirect && !i.IsCallFar && !i.IsCallFarIndirect,
        FlowControl.ConditionalBranch => i.ConditionCode != ConditionCode.None,
        FlowControl.Return => i.Mnemonic == Mnemonic.Ret && i.OpCount == 0,
        _ => false,
    };

    // The control registers of floating point stay as they are: Go and .NET count on them.
    private static bool IsKnown(in Instruction i) =>
        (IsVector(i) && !i.IsPrivileged
            && i.Mnemonic is not (Mnemonic.Ldmxcsr or Mnemonic.Vldmxcsr or Mnemonic.Stmxcsr or Mnemonic.Vstmxcsr or Mnemonic.Maskmovdqu
                or Mnemonic.Vmaskmovdqu or Mnemonic.Monitor or Mnemonic.Mwait or Mnemonic.Clflush or Mnemonic.Sfence or Mnemonic.Mfence
                or Mnemonic.Lfence))
        || (i.ConditionCode != ConditionCode.None && i.OpCount is 1 or 2)
        || i.Mnemonic is Mnemonic.Mov or Mnemonic.Movzx or Mnemonic.Movsx or Mnemonic.Movsxd or Mnemonic.Lea or Mnemonic.Add or Mnemonic.Sub
            or Mnemonic.Adc or Mnemonic.Sbb or Mnemonic.And or Mnemonic.Or or Mnemonic.Xor or Mnemonic.Cmp or Mnemonic.Test or Mnemonic.Shl
            or Mnemonic.Sal or Mnemonic.Shr or Mnemonic.Sar or Mnemonic.Rol or Mnemonic.Ror or Mnemonic.Rcl or Mnemonic.Rcr or Mnemonic.Shld
            or Mnemonic.Shrd or Mnemonic.Imul or Mnemonic.Mul or Mnemonic.Div or Mnemonic.Idiv or Mnemonic.Neg or Mnemonic.Not or Mnemonic.Inc
            or Mnemonic.Dec or Mnemonic.Push or Mnemonic.Pop or Mnemonic.Xchg or Mnemonic.Xadd or Mnemonic.Cmpxchg or Mnemonic.Bswap
            or Mnemonic.Bsf or Mnemonic.Bsr or Mnemonic.Bt or Mnemonic.Bts or Mnemonic.Btr or Mnemonic.Btc or Mnemonic.Cdqe or Mnemonic.Cwde
            or Mnemonic.Cdq or Mnemonic.Cqo or Mnemonic.Cwd or Mnemonic.Cbw or Mnemonic.Nop or Mnemonic.Endbr64 or Mnemonic.Popcnt
            or Mnemonic.Lzcnt or Mnemonic.Tzcnt or Mnemonic.Andn or Mnemonic.Bextr or Mnemonic.Blsi or Mnemonic.Blsmsk or Mnemonic.Blsr
            or Mnemonic.Bzhi or Mnemonic.Mulx or Mnemonic.Pdep or Mnemonic.Pext or Mnemonic.Rorx or Mnemonic.Sarx or Mnemonic.Shlx
            or Mnemonic.Shrx or Mnemonic.Movbe or Mnemonic.Crc32;
}
