/** Arithmetic, comparisons and logic. */

import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { BinopExpr, IsNullExpr, LogicExpr, UnopExpr } from "#compiler/types/typed_ast.ts";
import type { BinaryOp, IrExpr } from "../expr.ts";
import type { Kind } from "../kind.ts";
import { lowerCondition } from "./conditions.ts";
import type { FunctionBuilder } from "./function_builder.ts";
import { lowerOperands } from "./operands.ts";

export function lowerBinop(fn: FunctionBuilder, expr: BinopExpr): IrExpr {
  switch (expr.operands) {
    case "Int":
    case "Float":
    case "Bool":
      return lowerTypedBinop(fn, expr, expr.operands);
    case "String":
      return compareStrings(fn, expr);
    case "Reference":
      return compareReferences(fn, expr);
    case "Dynamic":
      return lowerDynamicBinop(fn, expr);
  }
}

const kinds = { Int: "i32", Float: "f64", Bool: "bool" } as const;

const names = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
  "%": "mod",
  "&": "and",
  "|": "or",
  "^": "xor",
  "<<": "shl",
  ">>": "shr",
  ">>>": "ushr",
  "==": "eq",
  "!=": "ne",
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
} as const satisfies Record<BinopExpr["op"], string>;

function lowerTypedBinop(
  fn: FunctionBuilder,
  expr: BinopExpr,
  operands: keyof typeof kinds,
): IrExpr {
  const kind = kinds[operands];
  const [left, right] = operandsAs(fn, expr, kind);
  return { kind: "Binary", op: `${kind}.${names[expr.op]}` as BinaryOp, left, right };
}

function operandsAs(
  fn: FunctionBuilder,
  { left, right, span }: BinopExpr,
  kind: Kind,
): [IrExpr, IrExpr] {
  const operands = [() => fn.valueAs(left, kind), () => fn.valueAs(right, kind)];
  return lowerOperands(fn, operands, span.start) as [IrExpr, IrExpr];
}

function compareStrings(fn: FunctionBuilder, expr: BinopExpr): IrExpr {
  const [left, right] = operandsAs(fn, expr, "ref");
  if (expr.op === "==" || expr.op === "!=") {
    return { kind: "Binary", op: `string.${names[expr.op]}` as BinaryOp, left, right };
  }
  const at = expr.span.start;
  const args = [fn.checked(left, expr.op, at), fn.checked(right, expr.op, at)];
  const order: IrExpr = { kind: "Intrinsic", name: "string.compare", args };
  const zero: IrExpr = { kind: "ConstInt", value: 0 };
  return { kind: "Binary", op: `i32.${names[expr.op]}` as BinaryOp, left: order, right: zero };
}

function compareReferences(fn: FunctionBuilder, expr: BinopExpr): IrExpr {
  const [left, right] = operandsAs(fn, expr, "ref");
  return { kind: "Binary", op: expr.op === "==" ? "ref.eq" : "ref.ne", left, right };
}

/** Numbers and texts are told apart when the program runs, by functions of the standard library. */
function lowerDynamicBinop(fn: FunctionBuilder, expr: BinopExpr): IrExpr {
  const at = expr.span.start;
  const [left, right] = operandsAs(fn, expr, "dyn");
  switch (expr.op) {
    case "==":
    case "!=":
      return { kind: "Binary", op: expr.op === "==" ? "dyn.eq" : "dyn.ne", left, right };
    case "+":
      return fn.perform(
        { kind: "Call", target: `${DYNAMIC}.add`, args: [left, right], type: "dyn" },
        at,
      );
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const order = fn.perform(
        { kind: "Call", target: `${DYNAMIC}.compare`, args: [left, right], type: "f64" },
        at,
      );
      const zero: IrExpr = { kind: "ConstFloat", value: 0 };
      return { kind: "Binary", op: `f64.${names[expr.op]}` as BinaryOp, left: order, right: zero };
    }
    case "-":
    case "*":
    case "/":
    case "%":
      return arithmetic(fn, `f64.${names[expr.op]}` as BinaryOp, left, right, "f64");
    default:
      return arithmetic(fn, `i32.${names[expr.op]}` as BinaryOp, left, right, "i32");
  }
}

function arithmetic(
  fn: FunctionBuilder,
  op: BinaryOp,
  left: IrExpr,
  right: IrExpr,
  kind: Kind,
): IrExpr {
  return { kind: "Binary", op, left: fn.coerce(left, kind), right: fn.coerce(right, kind) };
}

const DYNAMIC = "haxe.internal.DynamicOperators";

export function lowerLogic(fn: FunctionBuilder, expr: LogicExpr): IrExpr {
  return lowerCondition(fn, expr);
}

export function lowerIsNull(fn: FunctionBuilder, { operand }: IsNullExpr): IrExpr {
  const value = fn.value(operand);
  const kind = fn.kindOf(value);
  if (kind === "ref" || kind === "dyn") return { kind: "IsNull", operand: value };
  fn.drop(value);
  return { kind: "ConstBool", value: false };
}

export function lowerUnop(fn: FunctionBuilder, { op, operands, operand, span }: UnopExpr): IrExpr {
  switch (op) {
    case "!":
      return negate(fn.valueAs(operand, "bool"));
    case "~":
      return { kind: "Unary", op: "i32.not", operand: fn.valueAs(operand, "i32") };
    case "-":
      if (operands === "Bool") throw new InternalError(`A Bool is negated at ${span.start}`);
      return lowerMinus(
        fn.valueAs(operand, operands === "Int" ? "i32" : "f64"),
        operands === "Int",
      );
  }
}

function lowerMinus(operand: IrExpr, isInt: boolean): IrExpr {
  if (operand.kind === "ConstInt") return { kind: "ConstInt", value: -operand.value | 0 };
  if (operand.kind === "ConstFloat") return { kind: "ConstFloat", value: -operand.value };
  return { kind: "Unary", op: isInt ? "i32.neg" : "f64.neg", operand };
}

export function negate(operand: IrExpr): IrExpr {
  if (operand.kind === "Unary" && operand.op === "bool.not") return operand.operand;
  if (operand.kind === "ConstBool") return { kind: "ConstBool", value: !operand.value };
  const inverse = operand.kind === "Binary" ? inverseOf(operand.op) : null;
  if (operand.kind === "Binary" && inverse !== null) return { ...operand, op: inverse };
  return { kind: "Unary", op: "bool.not", operand };
}

/** The comparison that holds where the other does not. Floats have none for `<`: NaN is neither less nor not less. */
function inverseOf(op: BinaryOp): BinaryOp | null {
  const [kind, name] = op.split(".") as [string, keyof typeof inverses];
  const inverse = inverses[name];
  if (inverse === undefined || (kind === "f64" && inverse !== "eq" && inverse !== "ne"))
    return null;
  return `${kind}.${inverse}` as BinaryOp;
}

const inverses = { eq: "ne", ne: "eq", lt: "ge", ge: "lt", gt: "le", le: "gt" } as const;
