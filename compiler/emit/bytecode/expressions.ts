/** Expressions to instructions. They have no effect, so they are evaluated wherever it saves an instruction. */
import type { OpcodeName } from "#compiler/bytecode/opcodes.ts";
import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { BinaryOp, Conversion, IrExpr, TypeTest } from "#compiler/ir/expr.ts";
import { intrinsics } from "#compiler/ir/intrinsics.ts";
import type { Kind } from "#compiler/ir/kind.ts";
import { kindOf } from "#compiler/ir/kind_of.ts";
import { branch } from "./conditions.ts";
import { bankOf, type CodeWriter, variantOf } from "./function_code.ts";

/** Evaluates to a register: `dst` where given, else the local's own or a new temporary. */
export function evaluate(out: CodeWriter, expr: IrExpr, dst?: number): number {
  switch (expr.kind) {
    case "Local":
      return dst === undefined || dst === expr.index ? expr.index : move(out, expr, dst);
    case "ConstInt":
    case "ConstFloat":
    case "ConstString": {
      const register = out.constants.get(constantKey(expr));
      return register !== undefined && dst === undefined
        ? register
        : load(out, expr, target(out, dst));
    }
    case "ConstBool":
      return three(out, "LoadInt", target(out, dst), expr.value ? 1 : 0);
    case "ConstNull":
      return three(out, "LoadNull", target(out, dst));
    case "Convert":
      if (expr.op === "ref.dyn" || expr.op === "dyn.ref") return evaluate(out, expr.operand, dst);
      return unary(out, conversions[expr.op], expr.operand, dst);
    case "Unary":
      return unary(out, unaryOpcodes[expr.op], expr.operand, dst);
    case "Binary":
      return binary(out, expr.op, expr.left, expr.right, dst);
    case "GetField":
      return object(
        out,
        `Get${variantOf(expr.type)}Field`,
        expr.object,
        out.tables.strings.add(expr.field),
        dst,
      );
    case "GetStatic": {
      const variable = out.tables.statics.add({ owner: expr.owner, name: expr.name });
      return three(out, `Get${variantOf(expr.type)}Static`, target(out, dst), variable);
    }
    case "ArrayGet":
      return operands(out, `ArrayGet${variantOf(expr.type)}`, expr.array, expr.index, dst);
    case "ArrayLength":
      return unary(out, "Length", expr.array, dst);
    case "EnumIndex":
      return unary(out, "EnumIndex", expr.value, dst);
    case "EnumParam":
      return object(out, `Enum${variantOf(expr.type)}Param`, expr.value, expr.param, dst);
    case "EnumConst": {
      const entry = { enum: expr.enum, constructor: expr.constructor, params: [] };
      return three(out, "LoadEnum", target(out, dst), out.tables.constructors.add(entry));
    }
    case "ConstClosure":
      return three(
        out,
        "LoadClosure",
        target(out, dst),
        out.tables.functions.add(out.closureBody(expr.target)),
      );
    case "TypeValue":
      return three(out, "LoadType", target(out, dst), out.tables.types.add(expr.path));
    case "GetCell":
      return unary(out, `Get${variantOf(expr.type)}Cell`, expr.cell, dst);
    case "IsNull":
      return unary(out, "IsNull", expr.operand, dst);
    case "InstanceOf":
      return object(out, "InstanceOf", expr.value, testIndex(out, expr.type), dst);
    case "Select":
      return select(out, expr, target(out, dst));
    case "Intrinsic":
      return intrinsic(out, expr.name, expr.args, target(out, dst));
  }
}

/** Evaluates arguments into consecutive registers and gives the first. */
export function evaluateWindow(out: CodeWriter, args: readonly IrExpr[]): number {
  const registers = args.map(() => out.temporary());
  args.forEach((arg, index) => {
    out.scope(() => evaluate(out, arg, registers[index]));
  });
  const first = registers[0] ?? out.scope(() => out.temporary());
  return first;
}

/** An intrinsic by its own instruction, or as a call of the native. */
export function intrinsic(
  out: CodeWriter,
  name: keyof typeof intrinsics,
  args: readonly IrExpr[],
  dst: number,
): number {
  const { params, result } = intrinsics[name];
  const opcode = intrinsicOpcodes[name];
  if (opcode !== undefined) {
    out.scope(() => {
      const values = args.map((arg) => evaluate(out, arg));
      out.emit(opcode, ...(result === "void" ? values : [dst, ...values]));
    });
    return dst;
  }
  const native = out.tables.natives.add({ name, params, result });
  return out.scope(() => three(out, "CallNative", dst, native, evaluateWindow(out, args)));
}

export function testIndex(out: CodeWriter, test: TypeTest): number {
  return out.tables.tests.add({ kind: test.kind, path: "path" in test ? test.path : "" });
}

/** The kind of an expression that has a value. */
export function valueKind(out: CodeWriter, expr: IrExpr): Kind {
  const kind = kindOf(expr, out.locals);
  if (kind === "void") throw new InternalError(`Expression ${expr.kind} has no value`);
  return kind;
}

/** Tells equal constants of one kind. */
export function constantKey(expr: IrExpr): string {
  switch (expr.kind) {
    case "ConstInt":
      return `i${expr.value}`;
    case "ConstFloat":
      return `f${Object.is(expr.value, -0) ? "-0" : expr.value}`;
    case "ConstString":
      return `s${expr.value}`;
    default:
      return "";
  }
}

/** Loads a number or text. */
export function load(out: CodeWriter, expr: IrExpr, dst: number): number {
  switch (expr.kind) {
    case "ConstInt":
      return three(out, "LoadInt", dst, expr.value);
    case "ConstFloat":
      return three(out, "LoadFloat", dst, out.tables.floats.add(expr.value));
    case "ConstString":
      return three(out, "LoadString", dst, out.tables.strings.add(expr.value));
    default:
      throw new InternalError(`${expr.kind} is not loaded from a table`);
  }
}

function target(out: CodeWriter, dst: number | undefined): number {
  return dst ?? out.temporary();
}

function three(out: CodeWriter, name: OpcodeName, dst: number, b = 0, c = 0): number {
  out.emit(name, dst, b, c);
  return dst;
}

function move(out: CodeWriter, expr: IrExpr & { kind: "Local" }, dst: number): number {
  return three(out, `Move${bankOf(valueKind(out, expr))}`, dst, expr.index);
}

function unary(
  out: CodeWriter,
  name: OpcodeName,
  operand: IrExpr,
  dst: number | undefined,
): number {
  const result = target(out, dst);
  return out.scope(() => three(out, name, result, evaluate(out, operand)));
}

function object(
  out: CodeWriter,
  name: OpcodeName,
  operand: IrExpr,
  last: number,
  dst: number | undefined,
): number {
  const result = target(out, dst);
  return out.scope(() => three(out, name, result, evaluate(out, operand), last));
}

function operands(
  out: CodeWriter,
  name: OpcodeName,
  left: IrExpr,
  right: IrExpr,
  dst: number | undefined,
): number {
  const result = target(out, dst);
  return out.scope(() => three(out, name, result, evaluate(out, left), evaluate(out, right)));
}

function binary(
  out: CodeWriter,
  op: BinaryOp,
  left: IrExpr,
  right: IrExpr,
  dst: number | undefined,
): number {
  if (op === "i32.add" && right.kind === "ConstInt")
    return object(out, "IntAddImmediate", left, right.value, dst);
  if (op === "i32.add" && left.kind === "ConstInt")
    return object(out, "IntAddImmediate", right, left.value, dst);
  if (op === "i32.sub" && right.kind === "ConstInt")
    return object(out, "IntAddImmediate", left, -right.value | 0, dst);
  const [name, order] = binaryOpcodes[op];
  return order === "swapped"
    ? operands(out, name, right, left, dst)
    : operands(out, name, left, right, dst);
}

function select(out: CodeWriter, expr: IrExpr & { kind: "Select" }, dst: number): number {
  const otherwise = out.label();
  const end = out.label();
  // The result must not be written before the test and the branches have read their operands: a local may be both.
  branch(out, expr.test, false, otherwise, evaluate);
  out.scope(() => evaluate(out, expr.then, dst));
  out.jump("Jump", end);
  out.place(otherwise);
  out.scope(() => evaluate(out, expr.else, dst));
  out.place(end);
  return dst;
}

const unaryOpcodes = {
  "i32.neg": "IntNeg",
  "i32.not": "IntNot",
  "f64.neg": "FloatNeg",
  "bool.not": "BoolNot",
} as const;

const conversions: Record<Exclude<Conversion, "ref.dyn" | "dyn.ref">, OpcodeName> = {
  "i32.f64": "IntToFloat",
  "f64.i32": "FloatToInt",
  "i32.dyn": "BoxInt",
  "f64.dyn": "BoxFloat",
  "bool.dyn": "BoxBool",
  "dyn.i32": "UnboxInt",
  "dyn.f64": "UnboxFloat",
  "dyn.bool": "UnboxBool",
};

/** Greater-than is less-than with the operands swapped. */
const binaryOpcodes: Record<BinaryOp, readonly [OpcodeName, "swapped"?]> = {
  "i32.add": ["IntAdd"],
  "i32.sub": ["IntSub"],
  "i32.mul": ["IntMul"],
  "i32.mod": ["IntMod"],
  "i32.and": ["IntAnd"],
  "i32.or": ["IntOr"],
  "i32.xor": ["IntXor"],
  "i32.shl": ["IntShl"],
  "i32.shr": ["IntShr"],
  "i32.ushr": ["IntUshr"],
  "i32.eq": ["IntEq"],
  "i32.ne": ["IntNe"],
  "i32.lt": ["IntLt"],
  "i32.le": ["IntLe"],
  "i32.gt": ["IntLt", "swapped"],
  "i32.ge": ["IntLe", "swapped"],
  "f64.add": ["FloatAdd"],
  "f64.sub": ["FloatSub"],
  "f64.mul": ["FloatMul"],
  "f64.div": ["FloatDiv"],
  "f64.mod": ["FloatMod"],
  "f64.eq": ["FloatEq"],
  "f64.ne": ["FloatNe"],
  "f64.lt": ["FloatLt"],
  "f64.le": ["FloatLe"],
  "f64.gt": ["FloatLt", "swapped"],
  "f64.ge": ["FloatLe", "swapped"],
  "bool.eq": ["IntEq"],
  "bool.ne": ["IntNe"],
  "ref.eq": ["RefEq"],
  "ref.ne": ["RefNe"],
  "string.eq": ["RefEq"],
  "string.ne": ["RefNe"],
  "dyn.eq": ["RefEq"],
  "dyn.ne": ["RefNe"],
};

const intrinsicOpcodes: Partial<Record<keyof typeof intrinsics, OpcodeName>> = {
  "string.length": "Length",
  "string.charCodeAt": "CharCodeAt",
  "string.concat": "Concat",
  "bytes.get": "BytesGet",
  "bytes.set": "BytesSet",
  "f64.sqrt": "FloatSqrt",
  "f64.floor": "FloatFloor",
  "f64.abs": "FloatAbs",
};
