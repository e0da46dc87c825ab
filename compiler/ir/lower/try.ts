/** `try` and `catch`. */
import { followNull } from "#compiler/types/follow.ts";
import type { Type } from "#compiler/types/type.ts";
import type { TryExpr, TypedCatch } from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import type { IrStmt, Position } from "../statement.ts";
import { typeTestOf } from "./erasure.ts";
import type { Destination, FunctionBuilder } from "./function_builder.ts";

const EXCEPTION = "haxe.Exception";
const VALUE_EXCEPTION = "haxe.ValueException";

/** Brings the value of what runs to its end to where it goes, or drops it. */
export function lowerTry(fn: FunctionBuilder, expr: TryExpr, to: Destination | null): void {
  fn.forgetAssigned();
  const before = fn.facts;
  const caught = fn.addLocal("caught", "dyn");
  const body = fn.capture(() => fn.bring(expr.body, to));
  fn.facts = before;
  const handler = fn.capture(() =>
    lowerCatches(fn, expr.catches, { kind: "Local", index: caught }, to, expr.span.start),
  );
  fn.emit({ kind: "Try", body, caught, handler });
  fn.facts = before;
}

/** Tries the catches in order; what none takes is thrown on. */
function lowerCatches(
  fn: FunctionBuilder,
  catches: readonly TypedCatch[],
  caught: IrExpr,
  to: Destination | null,
  at: Position,
): void {
  const [first, ...rest] = catches;
  if (first === undefined) {
    fn.emit({ kind: "Throw", value: caught, at });
    return;
  }
  const { variable, body } = first;
  const value = takenValue(fn, variable.type, caught, first.span.start);
  const takesAll = catchesAll(variable.type);
  const before = fn.facts;
  const taken = fn.capture(() => {
    fn.define(variable, value(), first.span.start);
    fn.bring(body, to);
  });
  fn.facts = before;
  if (takesAll) {
    for (const stmt of taken) fn.emit(stmt);
    return;
  }
  const test = catchTest(variable.type, caught);
  const otherwise: IrStmt[] = fn.capture(() => lowerCatches(fn, rest, caught, to, at));
  fn.emit({ kind: "If", test, then: taken, else: otherwise });
}

/** A `haxe.ValueException` stands for every thrown value that is no exception. */
function catchTest(type: Type, caught: IrExpr): IrExpr {
  if (!isClass(type, VALUE_EXCEPTION))
    return { kind: "InstanceOf", value: caught, type: typeTestOf(type) };
  const isException: IrExpr = {
    kind: "InstanceOf",
    value: caught,
    type: { kind: "class", path: EXCEPTION },
  };
  return { kind: "Unary", op: "bool.not", operand: isException };
}

/** What the variable gets: `haxe.Exception` wraps values that are none. */
function takenValue(fn: FunctionBuilder, type: Type, caught: IrExpr, at: Position): () => IrExpr {
  if (!isClass(type, EXCEPTION) && !isClass(type, VALUE_EXCEPTION)) return () => caught;
  const target = `${EXCEPTION}.caught`;
  const effect = { kind: "Call", target, args: [caught], type: "ref" } as const;
  return () => fn.perform(effect, at);
}

function catchesAll(type: Type): boolean {
  return isClass(type, EXCEPTION) || typeTestOf(type).kind === "dynamic";
}

function isClass(type: Type, path: string): boolean {
  const actual = followNull(type);
  return actual.kind === "Inst" && actual.class.path === path;
}
