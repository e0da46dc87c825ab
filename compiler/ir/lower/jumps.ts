/** Leaving: return, break, continue, throw. */
import { followNull } from "#compiler/types/follow.ts";
import type { Type } from "#compiler/types/type.ts";
import type { ReturnExpr, ThrowExpr } from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import { InternalError } from "../internal_error.ts";
import { zeroOf } from "./coerce.ts";
import type { FunctionBuilder, LoopLabels } from "./function_builder.ts";
import { returned } from "./function_frame.ts";

export function lowerReturn(fn: FunctionBuilder, { value, span }: ReturnExpr): void {
  const { result } = fn.parts;
  let returnedValue: IrExpr | null = result === "void" ? null : zeroOf(result);
  if (value !== null) {
    const lowered = fn.value(value);
    returnedValue = returned(fn, lowered);
    if (returnedValue === null) fn.drop(lowered);
  }
  fn.emit({ kind: "Return", value: returnedValue, at: span.start });
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
