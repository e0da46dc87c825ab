import test from "ava";
import { placeDeclarations } from "#compiler/emit/declarations.ts";
import type { IrStmt } from "#compiler/ir/statement.ts";
import { call, fn, int, local } from "../ir/sample_ir.ts";

const set = (index: number): IrStmt => ({ kind: "Let", local: index, value: int(1), at: 0 });
const use = (index: number): IrStmt => ({ kind: "Throw", value: local(index), at: 0 });
const branch = (then: readonly IrStmt[], otherwise: readonly IrStmt[] = []): IrStmt => ({
  kind: "If",
  test: { kind: "ConstBool", value: true },
  then,
  else: otherwise,
});

/** Local 0's place, or "head". */
function placeOf(body: readonly IrStmt[]): IrStmt | "head" | undefined {
  const { inline, head } = placeDeclarations(
    fn("Main.main", body, { locals: [{ name: "x", type: "i32" }] }),
  );
  return head.includes(0) ? "head" : [...inline][0];
}

test("at its first assignment", (t) => {
  const first = set(0);
  t.is(placeOf([first, set(0), use(0)]), first);
});

test("in the innermost list with all uses", (t) => {
  const first = set(0);
  t.is(placeOf([branch([first, branch([use(0)])]), call("Main.f")]), first);
});

test("before branches that both use it", (t) => {
  t.is(placeOf([branch([set(0)], [set(0)])]), "head");
  t.is(placeOf([branch([set(0)]), use(0)]), "head");
});

test("at the head where its first assignment reads it", (t) => {
  t.is(placeOf([{ kind: "Let", local: 0, value: local(0), at: 0 }]), "head");
});

test("what a handler catches is its own unless others use it", (t) => {
  const handled: IrStmt = { kind: "Try", body: [], caught: 0, handler: [use(0)] };
  t.is(placeOf([handled]), handled);
  t.is(placeOf([handled, use(0)]), "head");
  t.is(placeOf([{ ...handled, body: [use(0)] }]), "head");
});
