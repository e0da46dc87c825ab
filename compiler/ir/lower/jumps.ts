/** Leaving: return, break, continue, throw. */

import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import { followNull } from "#compiler/types/follow.ts";
import type { Type } from "#compiler/types/type.ts";
import type { ReturnExpr, ThrowExpr } from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import type { Position } from "../statement.ts";
import { zeroOf } from "./coerce.ts";
import type { Destination, FunctionBuilder, LoopLabels } from "./function_builder.ts";
import { returned } from "./function_frame.ts";

export function lowerReturn(fn: FunctionBuilder, { value, span }: ReturnExpr): void {
  const { result } = fn.parts;
  const at = span.start;
  if (value === null) {
    fn.emit({ kind: "Return", value: result === "void" ? null : zeroOf(result), at });
  } else if (result === "void") {
    fn.discard(value);
    fn.emit({ kind: "Return", value: null, at });
  } else if (value.kind === "Switch" || value.kind === "Try" || value.kind === "Block") {
    fn.into(value, "return");
  } else {
    deliver(fn, fn.value(value), "return", at);
  }
}

/** Brings a value to where it goes. */
export function deliver(fn: FunctionBuilder, value: IrExpr, to: Destination, at: Position): void {
  if (to === "return") fn.emit({ kind: "Return", value: returned(fn, value), at });
  else fn.assign(to, value, at);
}

export function lowerBreak(fn: FunctionBuilder): void {
  fn.emit({ kind: "Break", label: innermostLoop(fn).breakTo });
}

export function lowerContinue(fn: FunctionBuilder): void {
  const { continueTo, isTop } = innermostLoop(fn);
  fn.emit(isTop ? { kind: "Continue", label: continueTo } : { kind: "Break", label: continueTo });
}

export function lowerThrow(fn: FunctionBuilder, { value, span }: ThrowExpr): void {
  const at = span.start;
  const thrown = fn.valueAs(value, "dyn");
  const unwrapped = mayWrap(value.type)
    ? fn.perform({ kind: "Call", target: "haxe.Exception.thrown", args: [thrown], type: "dyn" }, at)
    : thrown;
  fn.emit({ kind: "Throw", value: unwrapped, at });
}

/** Could the value be a `haxe.ValueException`, whose value is what is really thrown? */
function mayWrap(type: Type): boolean {
  const actual = followNull(type);
  switch (actual.kind) {
    case "Inst":
      return actual.class.path === "haxe.Exception" || actual.class.path === "haxe.ValueException";
    case "Dynamic":
    case "TypeParam":
      return true;
    case "Abstract":
      return actual.abstract.path === "Any";
    default:
      return false;
  }
}

function innermostLoop(fn: FunctionBuilder): LoopLabels {
  const loop = fn.loops.at(-1);
  if (loop === undefined) throw new InternalError(`${fn.parts.id} leaves a loop that is not there`);
  return loop;
}
