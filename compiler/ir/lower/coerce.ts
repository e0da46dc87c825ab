/** Conversions between kinds, folded where the value is a constant. */
import type { Conversion, IrExpr } from "../expr.ts";
import type { IrLocal } from "../ir.ts";
import type { Kind } from "../kind.ts";
import { kindOf } from "../kind_of.ts";

/** The value as one of kind `to`. */
export function coerce(value: IrExpr, to: Kind, locals: readonly IrLocal[]): IrExpr {
  const from = kindOf(value, locals);
  if (from === to) return value;
  if (from === "void") return zeroOf(to);
  return foldConstant(value, to) ?? convert(value, from, to);
}

/** What a place of the kind holds before anything is stored: 0, 0.0, false or null. */
export function zeroOf(kind: Kind): IrExpr {
  switch (kind) {
    case "i32":
      return { kind: "ConstInt", value: 0 };
    case "f64":
      return { kind: "ConstFloat", value: 0 };
    case "bool":
      return { kind: "ConstBool", value: false };
    case "ref":
    case "dyn":
      return { kind: "ConstNull", as: kind };
  }
}

function foldConstant(value: IrExpr, to: Kind): IrExpr | null {
  if (value.kind === "ConstNull") return zeroOf(to);
  if (value.kind === "ConstInt" && to === "f64") return { kind: "ConstFloat", value: value.value };
  return null;
}

function convert(value: IrExpr, from: Kind, to: Kind): IrExpr {
  if (value.kind === "Convert" && to !== "dyn" && value.op === `${to}.dyn`) return value.operand;
  const direct = directConversion(from, to);
  if (direct !== null) return { kind: "Convert", op: direct, operand: value };
  return convert(convert(value, from, "dyn"), "dyn", to);
}

function directConversion(from: Kind, to: Kind): Conversion | null {
  if (from === "i32" && to === "f64") return "i32.f64";
  if (from === "f64" && to === "i32") return "f64.i32";
  if (to === "dyn" && from !== "dyn") return `${from}.dyn`;
  if (from === "dyn" && to !== "dyn") return `dyn.${to}`;
  return null;
}
