import test from "ava";
import type { BinaryOp, IrExpr, UnaryOp } from "#compiler/ir/expr.ts";
import type { Kind } from "#compiler/ir/kind.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import {
  binary,
  convert,
  float,
  fn,
  int,
  link,
  local,
  printLine,
  pure,
  ret,
} from "./ir_program.ts";
import { runBothWays } from "./run_ir.ts";

const ints = [0, 1, -1, 2, 7, -7, 31, 32, 33, 65536, 0x7fffffff, -0x80000000];
const floats = [
  0,
  -0,
  0.5,
  -1.5,
  1e-310,
  1e21,
  -1e300,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53 + 2,
  2 ** 63,
  -(2 ** 63),
  2 ** 64 + 2 ** 40,
  1.7e200,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
];

/** Prints each expression of the two parameters on a line, for all the pairs of values. */
function program(
  kind: "i32" | "f64",
  pairs: readonly (readonly [number, number])[],
  results: readonly { readonly expr: IrExpr; readonly kind: Kind }[],
): IrProgram {
  const constant = kind === "i32" ? int : float;
  const show = fn({
    id: "Main.show",
    locals: [`a:${kind}`, `b:${kind}`, "s:ref"],
    params: 2,
    body: [...results.flatMap((result) => printLine(2, result.expr, result.kind)), ret()],
  });
  const calls = pairs.map(([a, b]) => ({
    kind: "Do" as const,
    local: null,
    effect: {
      kind: "Call" as const,
      target: "Main.show",
      args: [constant(a), constant(b)],
      type: "void" as const,
    },
    at: 0,
  }));
  return link({ functions: [fn({ id: "Main.main", body: [...calls, ret()] }), show] });
}

const pairsOf = (values: readonly number[]): [number, number][] =>
  values.flatMap((a) => values.map((b): [number, number] => [a, b]));

const intOps: Partial<Record<BinaryOp, (a: number, b: number) => number | boolean>> = {
  "i32.add": (a, b) => (a + b) | 0,
  "i32.sub": (a, b) => (a - b) | 0,
  "i32.mul": (a, b) => Math.imul(a, b),
  "i32.mod": (a, b) => (b === 0 ? 0 : (a % b) | 0),
  "i32.and": (a, b) => a & b,
  "i32.or": (a, b) => a | b,
  "i32.xor": (a, b) => a ^ b,
  "i32.shl": (a, b) => a << b,
  "i32.shr": (a, b) => a >> b,
  "i32.ushr": (a, b) => (a >>> b) | 0,
  "i32.eq": (a, b) => a === b,
  "i32.ne": (a, b) => a !== b,
  "i32.lt": (a, b) => a < b,
  "i32.le": (a, b) => a <= b,
  "i32.gt": (a, b) => a > b,
  "i32.ge": (a, b) => a >= b,
};

const floatOps: Partial<Record<BinaryOp, (a: number, b: number) => number | boolean>> = {
  "f64.add": (a, b) => a + b,
  "f64.sub": (a, b) => a - b,
  "f64.mul": (a, b) => a * b,
  "f64.div": (a, b) => a / b,
  "f64.mod": (a, b) => a % b,
  "f64.eq": (a, b) => a === b,
  "f64.ne": (a, b) => a !== b,
  "f64.lt": (a, b) => a < b,
  "f64.le": (a, b) => a <= b,
  "f64.gt": (a, b) => a > b,
  "f64.ge": (a, b) => a >= b,
};

async function checkBinary(
  t: { deepEqual(actual: unknown, expected: unknown): void },
  kind: "i32" | "f64",
  values: readonly number[],
  ops: typeof intOps,
): Promise<void> {
  const pairs = pairsOf(values);
  const results = Object.keys(ops).map((op) => ({
    expr: binary(op as BinaryOp, local(0), local(1)),
    kind: (/\.(eq|ne|lt|le|gt|ge)$/.test(op) ? "bool" : kind) as Kind,
  }));
  const { output } = await runBothWays(program(kind, pairs, results));
  const expected = pairs.flatMap(([a, b]) => Object.values(ops).map((op) => `${op(a, b)}`));
  t.deepEqual(output.trimEnd().split("\n"), expected);
}

test.serial("every operator on Ints gives what JavaScript gives", async (t) => {
  await checkBinary(t, "i32", ints, intOps);
});

test.serial("every operator on Floats gives what JavaScript gives", async (t) => {
  await checkBinary(t, "f64", floats, floatOps);
});

test.serial("unary operators", async (t) => {
  const unary = (op: UnaryOp, operand: IrExpr): IrExpr => ({ kind: "Unary", op, operand });
  const { output } = await runBothWays(
    program(
      "i32",
      ints.map((a) => [a, 0]),
      [
        { expr: unary("i32.neg", local(0)), kind: "i32" },
        { expr: unary("i32.not", local(0)), kind: "i32" },
        { expr: unary("f64.neg", convert("i32.f64", local(0))), kind: "f64" },
        { expr: unary("bool.not", binary("i32.eq", local(0), local(1))), kind: "bool" },
      ],
    ),
  );
  const expected = ints.flatMap((a) => [`${-a | 0}`, `${~a}`, `${-a}`, `${a !== 0}`]);
  t.deepEqual(output.trimEnd().split("\n"), expected);
});

test.serial("a Float becomes an Int as ToInt32 says", async (t) => {
  const { output } = await runBothWays(
    program(
      "f64",
      floats.map((a) => [a, 0]),
      [
        { expr: convert("f64.i32", local(0)), kind: "i32" },
        { expr: pure("f64.toInt", local(0)), kind: "i32" },
        { expr: convert("dyn.i32", convert("f64.dyn", local(0))), kind: "i32" },
        { expr: convert("dyn.f64", convert("f64.dyn", local(0))), kind: "f64" },
      ],
    ),
  );
  const expected = floats.flatMap((a) => [`${a | 0}`, `${a | 0}`, `${a | 0}`, `${a}`]);
  t.deepEqual(output.trimEnd().split("\n"), expected);
});

test.serial("an Int goes through Dynamic unchanged, and as a Float", async (t) => {
  const boxed = convert("i32.dyn", local(0));
  const { output } = await runBothWays(
    program(
      "i32",
      ints.map((a) => [a, 0]),
      [
        { expr: convert("dyn.i32", boxed), kind: "i32" },
        { expr: convert("dyn.f64", boxed), kind: "f64" },
        {
          expr: binary("dyn.eq", boxed, convert("f64.dyn", convert("i32.f64", local(0)))),
          kind: "bool",
        },
        { expr: pure("dyn.kind", boxed), kind: "i32" },
      ],
    ),
  );
  t.deepEqual(
    output.trimEnd().split("\n"),
    ints.flatMap((a) => [`${a}`, `${a}`, "true", "1"]),
  );
});

test.serial("functions on Floats", async (t) => {
  const { output } = await runBothWays(
    program(
      "f64",
      floats.map((a) => [a, 0]),
      [
        { expr: pure("f64.sqrt", local(0)), kind: "f64" },
        { expr: pure("f64.floor", local(0)), kind: "f64" },
        { expr: pure("f64.ceil", local(0)), kind: "f64" },
        { expr: pure("f64.abs", local(0)), kind: "f64" },
        { expr: pure("f64.lowBits", local(0)), kind: "i32" },
        { expr: pure("f64.highBits", local(0)), kind: "i32" },
        {
          expr: pure("f64.fromBits", pure("f64.lowBits", local(0)), pure("f64.highBits", local(0))),
          kind: "f64",
        },
        { expr: pure("f64.fromFloat32Bits", pure("f64.toFloat32Bits", local(0))), kind: "f64" },
      ],
    ),
  );
  const word = new DataView(new ArrayBuffer(8));
  const expected = floats.flatMap((a) => {
    word.setFloat64(0, a);
    const high = Number.isNaN(a) ? 0x7ff80000 : word.getInt32(0);
    const low = Number.isNaN(a) ? 0 : word.getInt32(4);
    return [
      Math.sqrt(a),
      Math.floor(a),
      Math.ceil(a),
      Math.abs(a),
      low,
      high,
      a,
      Math.fround(a),
    ].map(String);
  });
  t.deepEqual(output.trimEnd().split("\n"), expected);
});

test.serial("unassigned locals hold their kind's zero", async (t) => {
  const main = fn({
    id: "Main.main",
    locals: ["i:i32", "f:f64", "b:bool", "s:ref", "d:dyn", "out:ref"],
    body: [
      ...printLine(5, local(0), "i32"),
      ...printLine(5, local(1), "f64"),
      ...printLine(5, local(2), "bool"),
      ...printLine(5, { kind: "IsNull", operand: local(3) }, "bool"),
      ...printLine(5, { kind: "IsNull", operand: local(4) }, "bool"),
      ret(),
    ],
  });
  const { output } = await runBothWays(link({ functions: [main] }));
  t.is(output, "0\n0\nfalse\ntrue\ntrue\n");
});
