import test from "ava";
import { INSTRUCTION_WORDS, opcodes } from "#compiler/bytecode/opcodes.ts";
import { emitModule } from "#compiler/emit/bytecode/emit_module.ts";
import type { BinaryOp, IrExpr, TypeTest } from "#compiler/ir/expr.ts";
import type { Kind } from "#compiler/ir/kind.ts";
import { binaryKinds, kindOf } from "#compiler/ir/kind_of.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import type { IrEffect, IrStmt } from "#compiler/ir/statement.ts";
import {
  binary,
  bool,
  call,
  cls,
  convert,
  do_,
  field,
  float,
  fn,
  if_,
  int,
  let_,
  link,
  local,
  nul,
  printLine,
  pure,
  ret,
  text,
  while_,
} from "#tests/runtime/wasm/ir_program.ts";
import { moduleOf, runInAllTiers, sources } from "./run_ir.ts";
import { sampleProgram } from "./sample_program.ts";

const met = new Set<number>();

/** Runs a program in all tiers and gives the lines it wrote. */
function linesOf(program: IrProgram): string[] {
  for (const { words } of emitModule(moduleOf(program), { sources }).code) {
    for (let at = 0; at < words.length; at += INSTRUCTION_WORDS) met.add(words[at] as number);
  }
  return runInAllTiers(program).output.trimEnd().split("\n");
}

/** Locals 0 to 4 are scratch of each kind, in the order of `kinds`; a case is a list of statements and what to print. */
const kinds = ["i32", "f64", "bool", "ref", "dyn"] as const;
const locals = [...kinds.map((kind) => `${kind}0:${kind}`), "text:ref", "object:ref", "array:ref"];
const TEXT = 5;
const OBJECT = 6;
const ARRAY = 7;

/** Prints expressions, one a line, after the statements. */
function printed(before: readonly IrStmt[], ...shown: readonly IrExpr[]): string[] {
  const types = locals.map((one) => ({ name: "", type: one.split(":")[1] as Kind }));
  const show = shown.flatMap((expr) => printLine(TEXT, expr, kindOf(expr, types) as Kind));
  const main = fn({ id: "Main.main", locals, body: [...before, ...show, ret()] });
  return linesOf(
    link({
      classes: [cls("Main", { statics }), thing],
      enums: [choice],
      functions: [main, id, twice, count],
    }),
  );
}

const id = fn({
  id: "Main.id",
  locals: kinds.map((kind) => `${kind}0:${kind}`),
  params: 5,
  result: "f64",
  body: [ret(local(1))],
});
const count = fn({ id: "Main.count", result: "i32", body: [ret(int(12))] });
const twice = fn({
  id: "Main.twice$0",
  form: "closure",
  locals: ["x:dyn"],
  params: 1,
  result: "dyn",
  body: [ret(convert("f64.dyn", binary("f64.mul", float(2), convert("dyn.f64", local(0)))))],
});
const statics = kinds.map((kind) => field(`${kind}Static`, kind));
const thing = cls("Thing", { fields: kinds.map((kind) => field(`${kind}Field`, kind)) });
const choice = {
  path: "Choice",
  constructors: [
    { name: "None", params: [] },
    { name: "All", params: kinds.map((kind) => ({ name: kind, type: kind })) },
  ],
};

/** A value of each kind that is not its zero, and how it is printed. */
const samples: Readonly<Record<(typeof kinds)[number], readonly [IrExpr, string]>> = {
  i32: [int(-7), "-7"],
  f64: [float(0.5), "0.5"],
  bool: [bool(true), "true"],
  ref: [text("word"), "word"],
  dyn: [convert("ref.dyn", text("any")), "any"],
};
const values = kinds.map((kind) => samples[kind][0]);
const shown = kinds.map((kind) => samples[kind][1]);

const ints = [0, 1, -1, 2, 7, -8, 31, 33, 0x7fffffff, -0x80000000];
const floats = [
  0,
  -0,
  1,
  -1.5,
  2.25,
  1e300,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

const onInts: Partial<Record<BinaryOp, (a: number, b: number) => number | boolean>> = {
  "i32.add": (a, b) => (a + b) | 0,
  "i32.sub": (a, b) => (a - b) | 0,
  "i32.mul": Math.imul,
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
const onFloats: Partial<Record<BinaryOp, (a: number, b: number) => number | boolean>> = {
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

type Pair = readonly [left: IrExpr, right: IrExpr];

/** What the operator gives for each pair, by all forms that it can be written in; they should be one. */
function resultsOf(op: BinaryOp, pairs: readonly Pair[]): string[][] {
  const { operand, result } = binaryKinds(op);
  const body = pairs.flatMap(([left, right]) => formsOf(op, left, right));
  const types = [`a:${operand}`, `b:${operand}`, "text:ref", `result:${result}`];
  const main = fn({ id: "Main.main", locals: types, body: [...body, ret()] });
  const lines = linesOf(link({ functions: [main] }));
  const forms = lines.length / pairs.length;
  return pairs.map((_, index) => [...new Set(lines.slice(index * forms, (index + 1) * forms))]);
}

/** The operator on locals and on a constant, as a value and, for a comparison, as the test of a branch. */
function formsOf(op: BinaryOp, left: IrExpr, right: IrExpr): IrStmt[] {
  const { result } = binaryKinds(op);
  const forms = [
    binary(op, local(0), local(1)),
    binary(op, local(0), right),
    binary(op, left, local(1)),
  ];
  const branches = (expr: IrExpr) => [
    if_(expr, printLine(2, text("true"), "ref"), printLine(2, text("false"), "ref")),
    if_(
      { kind: "Unary", op: "bool.not", operand: expr },
      printLine(2, text("false"), "ref"),
      printLine(2, text("true"), "ref"),
    ),
  ];
  return [
    let_(0, left),
    let_(1, right),
    ...forms.flatMap((expr) => [let_(3, expr), ...printLine(2, local(3), result)]),
    ...(result === "bool" ? forms.flatMap(branches) : []),
  ];
}

for (const [name, table, operands, literal] of [
  ["Int", onInts, ints, int],
  ["Float", onFloats, floats, float],
] as const) {
  for (const [op, expected] of Object.entries(table)) {
    test(`${name} operator ${op}`, (t) => {
      const numbers = operands.flatMap((left) => operands.map((right) => [left, right] as const));
      const pairs = numbers.map(([left, right]): Pair => [literal(left), literal(right)]);
      const results = numbers.map(([left, right]) => [String(expected(left, right))]);
      t.deepEqual(resultsOf(op as BinaryOp, pairs), results);
    });
  }
}

test("equality of Bools, refs, texts and dynamic values", (t) => {
  const one = convert("i32.dyn", int(1));
  const cases: [BinaryOp, IrExpr, IrExpr, boolean][] = [
    ["bool.eq", bool(true), bool(true), true],
    ["bool.ne", bool(true), bool(false), true],
    ["ref.eq", nul("ref"), text("a"), false],
    ["ref.ne", nul("ref"), nul("ref"), false],
    ["string.eq", text("ab"), text("ab"), true],
    ["string.ne", text("ab"), nul("ref"), true],
    ["dyn.eq", one, convert("f64.dyn", float(1)), true],
    ["dyn.eq", one, convert("bool.dyn", bool(true)), false],
    ["dyn.ne", one, nul("dyn"), true],
  ];
  for (const [op, left, right, expected] of cases) {
    t.deepEqual(resultsOf(op, [[left, right]]), [[String(expected)]], op);
  }
});

test("unary operators and conversions", (t) => {
  const unary = (op: "i32.neg" | "i32.not" | "f64.neg" | "bool.not", operand: IrExpr): IrExpr => ({
    kind: "Unary",
    op,
    operand,
  });
  const lines = printed(
    [let_(0, int(-0x80000000)), let_(1, float(-0)), let_(2, bool(true)), let_(4, nul("dyn"))],
    unary("i32.neg", local(0)),
    unary("i32.not", int(5)),
    unary("f64.neg", local(1)),
    unary("bool.not", local(2)),
    pure("f64.ceil", float(0.25)),
    convert("i32.f64", local(0)),
    convert("f64.i32", float(4294967301.7)),
    convert("dyn.i32", local(4)),
    convert("dyn.f64", local(4)),
    convert("dyn.bool", local(4)),
    convert("dyn.i32", convert("f64.dyn", float(3.9))),
    convert("dyn.f64", convert("i32.dyn", int(3))),
    convert("dyn.bool", convert("bool.dyn", bool(true))),
    pure("f64.sqrt", float(2.25)),
    pure("f64.floor", float(-0.5)),
    pure("f64.abs", float(-2)),
  );
  t.deepEqual(lines, [
    "-2147483648",
    "-6",
    "0",
    "false",
    "1",
    "-2147483648",
    "5",
    "0",
    "0",
    "false",
    "3",
    "3",
    "true",
    "1.5",
    "-1",
    "2",
  ]);
});

test("fields, statics, cells and arguments keep a value of each kind", (t) => {
  const fieldOf = (kind: Kind): IrExpr => ({
    kind: "GetField",
    object: local(OBJECT),
    owner: "Thing",
    field: `${kind}Field`,
    type: kind,
  });
  const staticOf = (kind: Kind): IrExpr => ({
    kind: "GetStatic",
    owner: "Main",
    name: `${kind}Static`,
    type: kind,
  });
  const zeros = ["0", "0", "false", "true", "true"];
  const orNull = (read: (kind: Kind) => IrExpr) =>
    kinds.map(
      (kind): IrExpr =>
        kind === "ref" || kind === "dyn" ? { kind: "IsNull", operand: read(kind) } : read(kind),
    );
  const newThing = do_(OBJECT, { kind: "New", path: "Thing" });
  t.deepEqual(printed([newThing], ...orNull(fieldOf), ...orNull(staticOf)), [...zeros, ...zeros]);
  const stores = kinds.flatMap((kind, index): IrStmt[] => [
    {
      kind: "SetField",
      object: local(OBJECT),
      owner: "Thing",
      field: `${kind}Field`,
      value: values[index] as IrExpr,
      type: kind,
      at: 0,
    },
    {
      kind: "SetStatic",
      owner: "Main",
      name: `${kind}Static`,
      value: values[index] as IrExpr,
      type: kind,
      at: 0,
    },
  ]);
  t.deepEqual(printed([newThing, ...stores], ...kinds.map(fieldOf), ...kinds.map(staticOf)), [
    ...shown,
    ...shown,
  ]);
  for (const [index, kind] of kinds.entries()) {
    const cell = do_(OBJECT, { kind: "NewCell", value: values[index] as IrExpr, type: kind });
    const read: IrExpr = { kind: "GetCell", cell: local(OBJECT), type: kind };
    const write: IrStmt = { kind: "SetCell", cell: local(OBJECT), value: read, type: kind, at: 0 };
    t.deepEqual(printed([cell, write], read), [shown[index]]);
  }
  const make = do_(OBJECT, { kind: "NewEnum", enum: "Choice", constructor: "All", args: values });
  const params = kinds.map(
    (type, param): IrExpr => ({
      kind: "EnumParam",
      value: local(OBJECT),
      enum: "Choice",
      constructor: "All",
      param,
      type,
    }),
  );
  t.deepEqual(printed([make], ...params, { kind: "EnumIndex", value: local(OBJECT) }), [
    ...shown,
    "1",
  ]);
  t.deepEqual(printed([do_(1, call("Main.id", "f64", ...values))], local(1)), ["0.5"]);
  t.deepEqual(printed([do_(0, call("Main.count", "i32"))], local(0)), ["12"]);
});

test("arrays of each kind grow, and read as zero out of range", (t) => {
  const zeros = { i32: "0", f64: "0", bool: "false", ref: "null", dyn: "null" };
  for (const [index, type] of kinds.entries()) {
    const value = values[index] as IrExpr;
    const get = (at: number): IrExpr => ({
      kind: "ArrayGet",
      array: local(ARRAY),
      index: int(at),
      type,
    });
    const before: IrStmt[] = [
      do_(ARRAY, { kind: "NewArray", elements: [value, value], type }),
      { kind: "ArraySet", array: local(ARRAY), index: int(4), value, type, at: 0 },
    ];
    const asText = (expr: IrExpr): IrExpr =>
      type === "ref" || type === "dyn"
        ? {
            kind: "Select",
            test: { kind: "IsNull", operand: expr },
            then: text("null"),
            else: type === "ref" ? expr : convert("dyn.ref", expr),
            type: "ref",
          }
        : expr;
    const lines = printed(
      before,
      { kind: "ArrayLength", array: local(ARRAY) },
      ...[0, 4, 3, 5, -1].map((at) => asText(get(at))),
    );
    t.deepEqual(
      lines,
      ["5", shown[index], shown[index], zeros[type], zeros[type], zeros[type]],
      type,
    );
  }
});

test("tests of types", (t) => {
  const is = (value: IrExpr, type: TypeTest): IrExpr => ({ kind: "InstanceOf", value, type });
  const dynamic = (kind: (typeof kinds)[number]): IrExpr =>
    kind === "ref"
      ? convert("ref.dyn", samples.ref[0])
      : kind === "dyn"
        ? samples.dyn[0]
        : convert(`${kind}.dyn`, samples[kind][0]);
  const before = [do_(OBJECT, { kind: "New", path: "Thing" } as IrEffect)];
  const lines = printed(
    before,
    is(local(OBJECT), { kind: "class", path: "Thing" }),
    is(nul("ref"), { kind: "class", path: "Thing" }),
    is(
      { kind: "EnumConst", enum: "Choice", constructor: "None" },
      { kind: "enum", path: "Choice" },
    ),
    is(dynamic("i32"), { kind: "int" }),
    is(dynamic("f64"), { kind: "int" }),
    is(dynamic("i32"), { kind: "float" }),
    is(dynamic("bool"), { kind: "bool" }),
    is(dynamic("ref"), { kind: "string" }),
    is(dynamic("ref"), { kind: "array" }),
    is({ kind: "ConstClosure", target: "Main.twice$0" }, { kind: "function" }),
    is(nul("dyn"), { kind: "dynamic" }),
    pure("type.path", { kind: "TypeValue", path: "Thing" }),
  );
  t.deepEqual(lines, [
    "true",
    "false",
    "true",
    "true",
    "false",
    "true",
    "true",
    "true",
    "false",
    "true",
    "false",
    "Thing",
  ]);
});

test("structures, dynamic access, casts, texts and closures", (t) => {
  const before: IrStmt[] = [
    do_(OBJECT, {
      kind: "NewAnon",
      fields: [
        { name: "constructor", value: convert("i32.dyn", int(1)) },
        { name: "x", value: samples.dyn[0] },
      ],
    }),
    do_(null, {
      kind: "DynSet",
      object: local(OBJECT),
      name: "__proto__",
      value: convert("i32.dyn", int(9)),
    }),
    do_(4, { kind: "DynGet", object: local(OBJECT), name: "__proto__" }),
    let_(0, convert("dyn.i32", local(4))),
    do_(4, { kind: "DynGet", object: local(OBJECT), name: "x" }),
    do_(3, { kind: "Cast", value: local(4), type: { kind: "string" } }),
    do_(3, { kind: "IntrinsicCall", name: "string.concat", args: [local(3), nul("ref")] }),
    do_(4, {
      kind: "CallClosure",
      closure: { kind: "ConstClosure", target: "Main.twice$0" },
      args: [convert("f64.dyn", float(1.25))],
    }),
  ];
  const code: IrExpr = pure("string.charCodeAt", local(3), int(1));
  const lines = printed(
    before,
    local(0),
    local(3),
    convert("dyn.f64", local(4)),
    code,
    pure("string.charCodeAt", local(3), int(99)),
    pure("string.length", local(3)),
  );
  t.deepEqual(lines, ["9", "anynull", "2.5", "110", "-1", "7"]);
});

test("bytes", (t) => {
  const set = (at: number, value: number) =>
    do_(null, {
      kind: "IntrinsicCall",
      name: "bytes.set",
      args: [local(3), int(at), int(value)],
    });
  const before = [
    do_(3, { kind: "IntrinsicCall", name: "bytes.alloc", args: [int(2)] }),
    set(0, 7),
    set(1, -1),
  ];
  const get = (at: number) => pure("bytes.get", local(3), int(at));
  t.deepEqual(printed(before, get(0), get(1), get(2), get(-1)), ["7", "255", "0", "0"]);
});

test("branches on null and on what is no comparison", (t) => {
  const yes = (test: IrExpr) => if_(test, [let_(TEXT, text("yes"))], [let_(TEXT, text("no"))]);
  const isNull: IrExpr = { kind: "IsNull", operand: local(3) };
  const notTrue: IrExpr = { kind: "Unary", op: "bool.not", operand: local(2) };
  const stored = [let_(3, nul("ref")), let_(2, isNull), let_(2, notTrue)];
  t.deepEqual(printed(stored, local(2)), ["false"]);
  const either: IrExpr = {
    kind: "Select",
    test: isNull,
    then: local(2),
    else: bool(true),
    type: "bool",
  };
  const shownText = local(TEXT);
  t.deepEqual(printed([let_(3, nul("ref")), yes(isNull)], shownText), ["yes"]);
  t.deepEqual(
    printed(
      [let_(3, nul("ref")), yes({ kind: "Unary", op: "bool.not", operand: isNull })],
      shownText,
    ),
    ["no"],
  );
  t.deepEqual(printed([let_(2, bool(false)), let_(3, nul("ref")), yes(either)], shownText), ["no"]);
  t.deepEqual(printed([let_(2, bool(true)), yes(local(2))], shownText), ["yes"]);
  t.deepEqual(
    printed(
      [let_(2, bool(true)), yes({ kind: "Unary", op: "bool.not", operand: local(2) })],
      shownText,
    ),
    ["no"],
  );
});

test.serial(
  "a local that is not assigned in this call holds its zero, whatever ran before",
  (t) => {
    const dirty = fn({
      id: "Main.dirty",
      locals: kinds.map((kind) => `${kind}0:${kind}`),
      body: [...values.map((value, index) => let_(index, value)), ret()],
    });
    const clean = fn({
      id: "Main.clean",
      locals: [...kinds.map((kind) => `${kind}0:${kind}`), "text:ref"],
      body: [
        ...printLine(5, local(0), "i32"),
        ...printLine(5, local(1), "f64"),
        ...printLine(5, local(2), "bool"),
        ...printLine(5, { kind: "IsNull", operand: local(3) }, "bool"),
        ...printLine(5, { kind: "IsNull", operand: local(4) }, "bool"),
        ret(),
      ],
    });
    const main = fn({
      id: "Main.main",
      body: [do_(null, call("Main.dirty", "void")), do_(null, call("Main.clean", "void")), ret()],
    });
    t.deepEqual(linesOf(link({ functions: [main, dirty, clean] })), [
      "0",
      "0",
      "false",
      "true",
      "true",
    ]);
  },
);

test.after("the programs here have every instruction that a file can have", (t) => {
  linesOf(sampleProgram());
  linesOf(
    link({
      functions: [
        fn({
          id: "Main.main",
          locals: ["i:i32"],
          body: [
            let_(0, int(0)),
            while_("l", binary("i32.lt", local(0), int(2)), [
              let_(0, binary("i32.add", local(0), int(1))),
            ]),
            ret(),
          ],
        }),
      ],
    }),
  );
  const missing = opcodes.filter(({ name }, number) => name !== "Break" && !met.has(number));
  t.deepEqual(
    missing.map(({ name }) => name),
    [],
  );
});
