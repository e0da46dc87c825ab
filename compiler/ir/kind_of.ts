/** The kind of every expression and effect, and the operand kinds that operators and conversions ask for. */
import type { BinaryOp, Conversion, IrExpr, UnaryOp } from "./expr.ts";
import { intrinsics } from "./intrinsics.ts";
import type { IrLocal } from "./ir.ts";
import type { Kind, ResultKind } from "./kind.ts";
import type { IrEffect } from "./statement.ts";

/** The kind of an expression's value; `void` only for a pure intrinsic that the table has wrong. */
export function kindOf(expr: IrExpr, locals: readonly IrLocal[]): ResultKind {
  switch (expr.kind) {
    case "ConstInt":
    case "ArrayLength":
    case "EnumIndex":
      return "i32";
    case "ConstFloat":
      return "f64";
    case "ConstBool":
    case "IsNull":
    case "InstanceOf":
      return "bool";
    case "ConstString":
    case "EnumConst":
    case "ConstClosure":
    case "TypeValue":
      return "ref";
    case "ConstNull":
      return expr.as;
    case "Local":
      return locals[expr.index]?.type ?? "void";
    case "GetField":
    case "GetStatic":
    case "ArrayGet":
    case "EnumParam":
    case "GetCell":
    case "Select":
      return expr.type;
    case "Unary":
      return unaryKind(expr.op);
    case "Binary":
      return binaryKinds(expr.op).result;
    case "Convert":
      return conversionKinds(expr.op).to;
    case "Intrinsic":
      return intrinsics[expr.name].result;
  }
}

/** The kind of an effect's result. */
export function effectKind(effect: IrEffect): ResultKind {
  switch (effect.kind) {
    case "Call":
    case "CallMethod":
    case "CallInterface":
      return effect.type;
    case "CallClosure":
    case "DynGet":
      return "dyn";
    case "DynSet":
      return "void";
    case "IntrinsicCall":
      return intrinsics[effect.name].result;
    default:
      return "ref";
  }
}

/** Operand and result kind of a unary operator. */
export function unaryKind(op: UnaryOp): Kind {
  return prefixKind(op);
}

/** Kind of both operands, and of the result. */
export function binaryKinds(op: BinaryOp): { readonly operand: Kind; readonly result: Kind } {
  const operand = prefixKind(op);
  return { operand, result: comparison.test(op) ? "bool" : operand };
}

export function conversionKinds(op: Conversion): { readonly from: Kind; readonly to: Kind } {
  const [from, to] = op.split(".");
  return { from: kindNamed(from), to: kindNamed(to) };
}

const comparison = /\.(eq|ne|lt|le|gt|ge)$/;

/** The part before the point; strings are `ref`. */
function prefixKind(op: UnaryOp | BinaryOp): Kind {
  return kindNamed(op.slice(0, op.indexOf(".")));
}

function kindNamed(name: string | undefined): Kind {
  switch (name) {
    case "i32":
    case "f64":
    case "bool":
    case "dyn":
      return name;
    default:
      return "ref";
  }
}
