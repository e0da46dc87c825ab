/** Casts and type tests. */
import { followUnderlying } from "#compiler/types/follow.ts";
import { printType } from "#compiler/types/print.ts";
import type { CastExpr, IsExpr } from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import { kindOfType, typeTestOf } from "./erasure.ts";
import type { FunctionBuilder } from "./function_builder.ts";
import { negate } from "./operators.ts";

export function lowerCast(fn: FunctionBuilder, expr: CastExpr): IrExpr {
  const kind = kindOfType(expr.type);
  if (expr.form !== "checked") return fn.valueAs(expr.expr, kind);
  const type = typeTestOf(expr.type);
  const value = fn.valueAs(expr.expr, "dyn");
  if (type.kind === "dynamic") return value;
  if (kind === "ref") return fn.perform({ kind: "Cast", value, type }, expr.span.start);
  return lowerBasicCast(fn, expr, value);
}

/** To Int, Float or Bool, which the `Cast` effect, whose result is a reference, does not know. */
function lowerBasicCast(fn: FunctionBuilder, expr: CastExpr, value: IrExpr): IrExpr {
  const at = expr.span.start;
  const held = value.kind === "Local" ? value : fn.spill(value, at);
  const fits: IrExpr = { kind: "InstanceOf", value: held, type: typeTestOf(expr.type) };
  const isNull: IrExpr = { kind: "IsNull", operand: held };
  const passes: IrExpr = {
    kind: "Select",
    test: fits,
    then: { kind: "ConstBool", value: true },
    else: isNull,
    type: "bool",
  };
  const text: IrExpr = { kind: "ConstString", value: `Cannot cast to ${printType(expr.type)}` };
  fn.emit({
    kind: "If",
    test: negate(passes),
    then: [{ kind: "Throw", value: fn.coerce(text, "dyn"), at }],
    else: [],
  });
  return held;
}

export function lowerIs(fn: FunctionBuilder, { expr, tested, span }: IsExpr): IrExpr {
  const value = fn.value(expr);
  const kind = fn.kindOf(value);
  const boxed = kind === "ref" || kind === "dyn" ? value : fn.coerce(value, "dyn");
  const type = followUnderlying(tested);
  if (type.kind === "Abstract" && isTypeOfTypes(type.abstract.path))
    return isTypeValue(fn, fn.coerce(boxed, "dyn"), type.abstract.path, span.start);
  return { kind: "InstanceOf", value: boxed, type: typeTestOf(tested) };
}

function isTypeOfTypes(path: string): boolean {
  return path === "Class" || path === "Enum";
}

/** What the intrinsic `dyn.kind` gives for values of Class and Enum. */
const TYPE_VALUE = 10;

function isTypeValue(fn: FunctionBuilder, value: IrExpr, path: string, at: number): IrExpr {
  const held = value.kind === "Local" ? value : fn.spill(value, at);
  const isEnum: IrExpr = { kind: "Intrinsic", name: "type.isEnum", args: [fn.coerce(held, "ref")] };
  return {
    kind: "Select",
    test: {
      kind: "Binary",
      op: "i32.eq",
      left: { kind: "Intrinsic", name: "dyn.kind", args: [held] },
      right: { kind: "ConstInt", value: TYPE_VALUE },
    },
    then: path === "Enum" ? isEnum : negate(isEnum),
    else: { kind: "ConstBool", value: false },
    type: "bool",
  };
}
