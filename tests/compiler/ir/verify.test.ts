import test from "ava";
import type { IrFunction } from "#compiler/ir/ir.ts";
import { verifyFunction } from "#compiler/ir/verify.ts";
import { fn, int, local, run } from "./sample_ir.ts";

const number = [{ name: "n", type: "i32" }] as const;

function accepts(source: IrFunction): string {
  try {
    verifyFunction(source);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

test("a right function passes", (t) => {
  const body = [{ kind: "Return", value: local(0), at: 0 }] as const;
  t.is(accepts(fn("A.f", body, { locals: number, paramCount: 1, result: "i32" })), "");
});

test("a value of another kind than its place", (t) => {
  const body = [{ kind: "Let", local: 0, value: { kind: "ConstFloat", value: 1 }, at: 0 }] as const;
  t.is(
    accepts(fn("A.f", body, { locals: number })),
    "A.f has f64 where the value of a local is i32: 1.0",
  );
});

test("an operand of the wrong kind deep inside", (t) => {
  const sum = {
    kind: "Binary",
    op: "f64.add",
    left: int(1),
    right: { kind: "ConstFloat", value: 2 },
  } as const;
  const body = [{ kind: "Return", value: sum, at: 0 }] as const;
  t.is(accepts(fn("A.f", body, { result: "f64" })), "A.f has i32 where f64.add is f64: 1");
});

test("a function that can end without its result", (t) => {
  const body = [
    {
      kind: "If",
      test: { kind: "ConstBool", value: true },
      then: [{ kind: "Return", value: int(1), at: 0 }],
      else: [],
    },
  ] as const;
  t.is(accepts(fn("A.f", body, { result: "i32" })), "A.f can end without returning a value");
});

test("an endless loop needs no return", (t) => {
  t.is(accepts(fn("A.f", [{ kind: "Loop", label: "l", body: [] }], { result: "i32" })), "");
});

test("a break to a label that is not around it", (t) => {
  t.is(
    accepts(fn("A.f", [{ kind: "Break", label: "x" }])),
    "A.f breaks out of x, which is not around it",
  );
});

test("an intrinsic that allocates inside an expression", (t) => {
  const value = { kind: "Intrinsic", name: "string.fromInt", args: [int(1)] } as const;
  t.is(
    accepts(
      fn("A.f", [{ kind: "Let", local: 0, value, at: 0 }], {
        locals: [{ name: "s", type: "ref" }],
      }),
    ),
    "A.f has the effect string.fromInt inside an expression",
  );
});

test("a pure intrinsic as an effect, and a wrong number of arguments", (t) => {
  const pure = run({
    kind: "IntrinsicCall",
    name: "f64.sqrt",
    args: [{ kind: "ConstFloat", value: 2 }],
  });
  t.is(accepts(fn("A.f", [pure])), "A.f calls the pure intrinsic f64.sqrt as an effect");
  const short = run({ kind: "IntrinsicCall", name: "string.concat", args: [] });
  t.is(accepts(fn("A.f", [short])), "A.f gives string.concat 0 arguments, not 2");
});

test("a closure whose parameters are not all dyn", (t) => {
  t.is(
    accepts(fn("A.f$0", [], { form: "closure", locals: number, paramCount: 1 })),
    "A.f$0 is a closure whose parameters and result are not all dyn",
  );
});
