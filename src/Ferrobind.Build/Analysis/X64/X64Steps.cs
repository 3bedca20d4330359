using Iced.Intel;

namespace Ferrobind.Build.Analysis;

/// <summary>What each instruction of x86-64 does.</summary>
internal static class X64Steps
{
    private const int Division = 40, Locked = 25, Vector = 2, Bitwise = 1;

    public static Step Of(in Instruction instruction, InstructionInfoFactory information)
    {
        var step = new Step { Address = instruction.IP, Next = instruction.NextIP };
        if (X64Refusals.Of(instruction) is { } refusal)
            return step with { Refusal = refusal };
        step = Known(instruction, step) ?? Other(instruction, step, information);
        return instruction.HasLockPrefix ? Other(instruction, step, information) with { Work = Locked } : step;
    }

    private static Step? Known(in Instruction i, Step step)
    {
        switch (i.FlowControl)
        {
            case FlowControl.UnconditionalBranch:
                return step with { Kind = StepKind.Jump, Destination = i.NearBranchTarget };
            case FlowControl.ConditionalBranch when i.ConditionCode != ConditionCode.None:
                return step with { Kind = StepKind.Branch, Destination = i.NearBranchTarget, Condition = Of(i.ConditionCode) };
            case FlowControl.IndirectBranch:
                return step with { Kind = StepKind.JumpIndirect, Right = Operand(i, 0) };
            case FlowControl.Call:
                return step with { Kind = StepKind.Call, Destination = i.NearBranchTarget, Work = 2 };
            case FlowControl.IndirectCall:
                return step with { Kind = StepKind.CallIndirect, Right = Operand(i, 0), Work = 3 };
            case FlowControl.Return when i.OpCount == 0:
                return step with { Kind = StepKind.Return };
            case not FlowControl.Next:
                return step with { Refusal = $"has an instruction that is not understood: {i.Mnemonic}" };
        }

        return i.Mnemonic switch
        {
            Mnemonic.Nop or Mnemonic.Endbr64 => step,
            Mnemonic.Mov or Mnemonic.Movzx when IsInteger(i) => Two(i, step, StepKind.Move),
            Mnemonic.Movsx or Mnemonic.Movsxd when IsInteger(i) => Two(i, step, StepKind.SignExtend),
            Mnemonic.Cdqe => Extend(step, 8, 4),
            Mnemonic.Cwde => Extend(step, 4, 2),
            Mnemonic.Lea => step with { Kind = StepKind.Address, Target = Operand(i, 0), Size = Operand(i, 0).Size, Right = Address(i) },
            Mnemonic.Add => Two(i, step, StepKind.Add),
            Mnemonic.Sub => Two(i, step, StepKind.Subtract),
            Mnemonic.Adc => Two(i, step, StepKind.AddCarry),
            Mnemonic.Sbb => Two(i, step, StepKind.SubtractBorrow),
            Mnemonic.And => Two(i, step, StepKind.And),
            Mnemonic.Or => Two(i, step, StepKind.Or),
            Mnemonic.Xor => Two(i, step, StepKind.Xor),
            Mnemonic.Cmp => Two(i, step, StepKind.Compare),
            Mnemonic.Test => Two(i, step, StepKind.Test),
            Mnemonic.Shl or Mnemonic.Sal => Two(i, step, StepKind.ShiftLeft),
            Mnemonic.Shr => Two(i, step, StepKind.ShiftRight),
            Mnemonic.Sar => Two(i, step, StepKind.ShiftArithmetic),
            Mnemonic.Imul when i.OpCount == 2 => Two(i, step, StepKind.Multiply) with { Work = 3 },
            Mnemonic.Imul when i.OpCount == 3 =>
                Two(i, step, StepKind.Multiply) with { Left = Operand(i, 1), Right = Operand(i, 2), Work = 3 },
            Mnemonic.Neg => Two(i, step, StepKind.Negate),
            Mnemonic.Not => Two(i, step, StepKind.Not),
            Mnemonic.Inc => Two(i, step, StepKind.Increment),
            Mnemonic.Dec => Two(i, step, StepKind.Decrement),
            Mnemonic.Push => step with { Kind = StepKind.Push, Right = Operand(i, 0) with { Size = 8 } },
            Mnemonic.Pop => step with { Kind = StepKind.Pop, Target = Operand(i, 0) },
            Mnemonic.Xchg when i.Op0Kind == OpKind.Register && i.Op1Kind == OpKind.Register =>
                Two(i, step, StepKind.Exchange) with { Work = 3 },
            _ when i.ConditionCode != ConditionCode.None && i.OpCount == 2 =>
                Two(i, step, StepKind.Select) with { Condition = Of(i.ConditionCode) },
            _ when i.ConditionCode != ConditionCode.None && i.OpCount == 1 =>
                Two(i, step, StepKind.Set) with { Condition = Of(i.ConditionCode) },
            _ => null,
        };
    }

    private static Step Extend(Step step, int size, int from) => step with
    {
        Kind = StepKind.SignExtend,
        Size = size,
        Target = new Operand(OperandKind.Register, size, 0),
        Right = new Operand(OperandKind.Register, from, 0),
    };

    private static bool IsInteger(in Instruction i) =>
        (i.Op0Kind != OpKind.Register || i.Op0Register.IsGPR()) && (i.Op1Kind != OpKind.Register || i.Op1Register.IsGPR());

    private static Step Two(in Instruction i, Step step, StepKind kind)
    {
        var target = Operand(i, 0);
        return step with
        {
            Kind = kind,
            Size = target.Size,
            Target = target,
            Left = target,
            Right = i.OpCount > 1 ? Operand(i, 1) : default,
            Work = target.Kind is OperandKind.Memory && kind is not StepKind.Move ? 2 : 1,
        };
    }

    private static Step Other(in Instruction i, Step step, InstructionInfoFactory information)
    {
        var used = information.GetInfo(i);
        uint writes = 0, reads = i.RflagsRead != RflagsBits.None ? 1u << 16 : 0;
        foreach (var register in used.GetUsedRegisters())
        {
            if (!register.Register.IsGPR())
                continue;
            if (IsWritten(register.Access))
                writes |= 1u << Number(register.Register);
            if (register.Access is not OpAccess.Write)
                reads |= 1u << Number(register.Register);
        }

        var memory = used.GetUsedMemory().Any(m => IsWritten(m.Access));
        return step with
        {
            Kind = StepKind.Other,
            Target = default,
            Writes = writes,
            Reads = reads,
            WritesFlags = i.RflagsModified != RflagsBits.None,
            WritesMemory = memory ? Memory(i) : default,
            Work = i.Mnemonic is Mnemonic.Div or Mnemonic.Idiv ? Division
                : i.Mnemonic is Mnemonic.Divsd or Mnemonic.Divss or Mnemonic.Divpd or Mnemonic.Divps or Mnemonic.Sqrtsd or Mnemonic.Sqrtss
                    or Mnemonic.Sqrtpd or Mnemonic.Sqrtps ? Division / 2
                : X64Refusals.IsVector(i) ? Vector : 3 * Bitwise,
        };
    }

    private static bool IsWritten(OpAccess access) => access is OpAccess.Write or OpAccess.CondWrite or OpAccess.ReadWrite or OpAccess.ReadCondWrite;

    private static Operand Operand(in Instruction i, int index)
    {
        switch (i.GetOpKind(index))
        {
            case OpKind.Register:
                var register = i.GetOpRegister(index);
                if (!register.IsGPR() || register is Register.AH or Register.BH or Register.CH or Register.DH)
                    return new Operand(OperandKind.Unknown, register.GetSize(), register.IsGPR() ? Number(register) : -1);
                return new Operand(OperandKind.Register, register.GetSize(), Number(register));
            case OpKind.Memory:
                return Memory(i);
            default:
                return new Operand(OperandKind.Number, 8, Number: (long)i.GetImmediate(index));
        }
    }

    private static Operand Memory(in Instruction i) =>
        Address(i) with { Size = i.MemorySize.GetSize() };

    private static Operand Address(in Instruction i)
    {
        if (i.IsIPRelativeMemoryOperand)
            return new Operand(OperandKind.Memory, 8, Number: (long)i.IPRelativeMemoryAddress);
        var (register, index) = (i.MemoryBase, i.MemoryIndex);
        // A 32-bit address, or one that vectors are scattered by: an address that nobody knows.
        if ((register != Register.None && !register.IsGPR64()) || (index != Register.None && !index.IsGPR64()))
            return new Operand(OperandKind.Unknown, 8);
        return new Operand(
            OperandKind.Memory, 8, register == Register.None ? -1 : Number(register), index == Register.None ? -1 : Number(index),
            i.MemoryIndexScale, (long)i.MemoryDisplacement64);
    }

    private static int Number(Register register) => register.GetFullRegister() - Register.RAX;

    private static Condition Of(ConditionCode code) => code switch
    {
        ConditionCode.o => Condition.Overflow,
        ConditionCode.no => Condition.NoOverflow,
        ConditionCode.b => Condition.Below,
        ConditionCode.ae => Condition.AboveOrEqual,
        ConditionCode.e => Condition.Equal,
        ConditionCode.ne => Condition.NotEqual,
        ConditionCode.be => Condition.BelowOrEqual,
        ConditionCode.a => Condition.Above,
        ConditionCode.s => Condition.Sign,
        ConditionCode.ns => Condition.NoSign,
        ConditionCode.p => Condition.Parity,
        ConditionCode.np => Condition.NoParity,
        ConditionCode.l => Condition.Less,
        ConditionCode.ge => Condition.GreaterOrEqual,
        ConditionCode.le => Condition.LessOrEqual,
        ConditionCode.g => Condition.Greater,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "not a condition"),
    };
}
