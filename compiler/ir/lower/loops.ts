/** Loops. A `continue` that must not skip the step at the loop's end leaves a Block around the body instead. */

import { followNull } from "#compiler/types/follow.ts";
import type {
  ForArrayExpr,
  ForRangeExpr,
  TypedExpr,
  WhileExpr,
} from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import { breaksOut } from "../flow.ts";
import type { IrStmt } from "../statement.ts";
import { learn } from "./conditions.ts";
import { kindOfType } from "./erasure.ts";
import type { FunctionBuilder } from "./function_builder.ts";
import { lowerOperands } from "./operands.ts";
import { negate } from "./operators.ts";

export function lowerWhile(fn: FunctionBuilder, expr: WhileExpr): void {
  loop(fn, (label) => {
    if (expr.isDo) {
      lowerSteppedBody(fn, label, expr.body);
      leaveUnless(fn, expr.cond, label);
    } else {
      leaveUnless(fn, expr.cond, label);
      lowerBody(fn, expr.body, { breakTo: label, continueTo: label, isTop: true });
    }
  });
}

function leaveUnless(fn: FunctionBuilder, cond: TypedExpr, label: string): void {
  const test = fn.valueAs(cond, "bool");
  if (test.kind !== "ConstBool" || !test.value) fn.emit(leaveIf(negate(test), label));
  learn(fn, cond, true);
}

function leaveIf(test: IrExpr, label: string): IrStmt {
  return { kind: "If", test, then: [{ kind: "Break", label }], else: [] };
}

export function lowerForRange(fn: FunctionBuilder, expr: ForRangeExpr): void {
  const at = expr.span.start;
  const { variable } = expr;
  const [start, end] = lowerOperands(
    fn,
    [() => fn.valueAs(expr.start, "i32"), () => fn.valueAs(expr.end, "i32")],
    at,
  ) as [IrExpr, IrExpr];
  const last = fn.spill(end, at);
  const counter = fn.addLocal(variable.name, "i32");
  fn.assign(counter, start, at);
  const count: IrExpr = { kind: "Local", index: counter };
  loop(fn, (label) => {
    fn.emit(leaveIf({ kind: "Binary", op: "i32.ge", left: count, right: last }, label));
    if (isPlain(variable)) fn.place(variable, { local: counter, cellKind: null });
    else fn.define(variable, count, at);
    lowerSteppedBody(fn, label, expr.body);
    fn.emit({ kind: "Let", local: counter, value: plusOne(count), at });
  });
}

/** Can the loop's own counter be the variable: nobody else changes it or keeps its cell? */
function isPlain(variable: ForRangeExpr["variable"]): boolean {
  return !variable.isAssigned && kindOfType(variable.type) === "i32";
}

export function lowerForArray(fn: FunctionBuilder, expr: ForArrayExpr): void {
  const at = expr.span.start;
  const array = fn.spill(fn.checked(fn.valueAs(expr.array, "ref"), ".iterator", at), at);
  const counter = fn.temporary("i32");
  fn.assign(counter, { kind: "ConstInt", value: 0 }, at);
  const index: IrExpr = { kind: "Local", index: counter };
  const arrayType = followNull(expr.array.type);
  const element = arrayType.kind === "Inst" ? arrayType.params[0] : undefined;
  const type = kindOfType(element ?? expr.variable.type);
  loop(fn, (label) => {
    const length: IrExpr = { kind: "ArrayLength", array };
    fn.emit(leaveIf({ kind: "Binary", op: "i32.ge", left: index, right: length }, label));
    if (expr.key !== null) fn.define(expr.key, index, at);
    fn.define(expr.variable, { kind: "ArrayGet", array, index, type }, at);
    fn.emit({ kind: "Let", local: counter, value: plusOne(index), at });
    lowerBody(fn, expr.body, { breakTo: label, continueTo: label, isTop: true });
  });
}

function plusOne(left: IrExpr): IrExpr {
  return { kind: "Binary", op: "i32.add", left, right: { kind: "ConstInt", value: 1 } };
}

function loop(fn: FunctionBuilder, build: (label: string) => void): void {
  const label = fn.label("loop");
  fn.forgetAssigned();
  const before = fn.facts;
  const body = fn.capture(() => build(label));
  fn.emit({ kind: "Loop", label, body });
  fn.facts = before;
}

function lowerBody(
  fn: FunctionBuilder,
  body: TypedExpr,
  labels: FunctionBuilder["loops"][number],
): void {
  fn.loops.push(labels);
  fn.discard(body);
  fn.loops.pop();
}

/** A body after which there is more to do before the next round, also where it says `continue`. */
function lowerSteppedBody(fn: FunctionBuilder, loopLabel: string, body: TypedExpr): void {
  const label = fn.label("next");
  const before = fn.facts;
  const statements = fn.capture(() =>
    lowerBody(fn, body, { breakTo: loopLabel, continueTo: label, isTop: false }),
  );
  if (breaksOut(statements, label)) fn.emit({ kind: "Block", label, body: statements });
  else for (const stmt of statements) fn.emit(stmt);
  fn.facts = before;
  fn.forgetAssigned();
}
