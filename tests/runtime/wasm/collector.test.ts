/**
 * Programs that drop and keep objects, with a runtime that collects at every poll and zero-fills what is free: a
 * reference that the printer forgot to show reads as garbage at once.
 */
import { readFileSync } from "node:fs";
import test from "ava";
import type { IrExpr } from "#compiler/ir/expr.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import type { IrEffect, IrStmt } from "#compiler/ir/statement.ts";
import {
  binary,
  call,
  cls,
  convert,
  do_,
  field,
  fn,
  if_,
  int,
  let_,
  link,
  local,
  native,
  nul,
  printLine,
  ret,
  text,
  throw_,
  while_,
} from "./ir_program.ts";
import { plainOptions, runIr, runMeasured } from "./run_ir.ts";

function stressRuntime(): Uint8Array {
  const path = process.env["HX_WASM_STRESS_RUNTIME"];
  if (path === undefined)
    throw new Error("HX_WASM_STRESS_RUNTIME must name the WASM runtime with HX_GC_STRESS");
  return readFileSync(path);
}

async function outputUnderStress(program: IrProgram): Promise<string> {
  const results = [];
  for (const optimizeLevel of [0, 2] as const) {
    const options = { ...plainOptions, optimizeLevel, collectOften: true };
    const { output, errors } = await runIr(program, options, stressRuntime());
    results.push(output + errors);
  }
  const [plain = "", optimized] = results;
  if (plain !== optimized) throw new Error(`Level 0 gives ${plain} and level 2 ${optimized}`);
  return plain;
}

const node = cls("Node", {
  fields: [field("left", "ref"), field("right", "ref"), field("value", "dyn")],
});
const get = (object: IrExpr, name: string): IrExpr => ({
  kind: "GetField",
  object,
  owner: "Node",
  field: name,
  type: name === "value" ? "dyn" : "ref",
});
const set = (object: IrExpr, name: string, value: IrExpr): IrStmt => ({
  kind: "SetField",
  object,
  owner: "Node",
  field: name,
  value,
  type: name === "value" ? "dyn" : "ref",
  at: 0,
});
const newNode: IrEffect = { kind: "New", path: "Node" };

/** tree(depth) makes both children before it links them, so that locals alone hold them. */
const tree = fn({
  id: "Main.tree",
  locals: ["depth:i32", "left:ref", "right:ref", "node:ref", "label:ref"],
  params: 1,
  result: "ref",
  body: [
    if_(binary("i32.gt", local(0), int(0)), [
      do_(1, call("Main.tree", "ref", binary("i32.sub", local(0), int(1)))),
      do_(2, call("Main.tree", "ref", binary("i32.sub", local(0), int(1)))),
    ]),
    do_(4, native("string.fromInt", local(0))),
    do_(3, newNode),
    set(local(3), "left", local(1)),
    set(local(3), "right", local(2)),
    set(local(3), "value", convert("ref.dyn", local(4))),
    ret(local(3)),
  ],
});

/** The labels of a tree, in order. */
const show = fn({
  id: "Main.show",
  locals: ["node:ref", "left:ref", "right:ref", "text:ref"],
  params: 1,
  result: "ref",
  body: [
    if_({ kind: "IsNull", operand: local(0) }, [ret(text("."))]),
    do_(1, call("Main.show", "ref", get(local(0), "left"))),
    do_(2, call("Main.show", "ref", get(local(0), "right"))),
    do_(3, native("string.concat", local(1), convert("dyn.ref", get(local(0), "value")))),
    do_(3, native("string.concat", local(3), local(2))),
    ret(local(3)),
  ],
});

test.serial("objects held by locals across calls stay", async (t) => {
  const main = fn({
    id: "Main.main",
    locals: ["kept:ref", "dropped:ref", "text:ref"],
    body: [
      do_(0, call("Main.tree", "ref", int(4))),
      do_(1, call("Main.tree", "ref", int(4))),
      let_(1, nul("ref")),
      do_(2, call("Main.show", "ref", local(0))),
      ...printLine(2, local(2), "ref"),
      ret(),
    ],
  });
  const expected = (depth: number): string =>
    depth < 0 ? "." : `${expected(depth - 1)}${depth}${expected(depth - 1)}`;
  const program = link({ classes: [node], functions: [main, tree, show] });
  t.is(await outputUnderStress(program), `${expected(4)}\n`);
});

test.serial("what arrays, closures, cells, enums, structures and statics hold stays", async (t) => {
  const wrap = {
    path: "Wrap",
    constructors: [{ name: "W", params: [{ name: "v", type: "ref" as const }] }],
  };
  const fresh = (index: number, value: number): IrStmt =>
    do_(index, native("string.fromInt", int(value)));
  const closure = fn({
    id: "Main.main$0",
    form: "closure",
    locals: ["suffix:dyn", "own:ref", "cell:ref", "s:ref"],
    params: 1,
    captures: 2,
    result: "dyn",
    body: [
      do_(3, native("string.concat", local(1), { kind: "GetCell", cell: local(2), type: "ref" })),
      do_(3, native("string.concat", local(3), convert("dyn.ref", local(0)))),
      ret(convert("ref.dyn", local(3))),
    ],
  });
  const main = fn({
    id: "Main.main",
    locals: [
      "s:ref",
      "array:ref",
      "cell:ref",
      "closure:ref",
      "enum:ref",
      "anon:ref",
      "d:dyn",
      "i:i32",
    ],
    body: [
      fresh(0, 1),
      do_(1, { kind: "NewArray", elements: [local(0)], type: "ref" }),
      fresh(0, 2),
      { kind: "ArraySet", array: local(1), index: int(1), value: local(0), type: "ref", at: 0 },
      fresh(0, 3),
      do_(2, { kind: "NewCell", value: local(0), type: "ref" }),
      fresh(0, 4),
      do_(3, { kind: "NewClosure", target: "Main.main$0", captures: [local(0), local(2)] }),
      fresh(0, 5),
      do_(4, { kind: "NewEnum", enum: "Wrap", constructor: "W", args: [local(0)] }),
      fresh(0, 6),
      do_(5, { kind: "NewAnon", fields: [{ name: "f", value: convert("ref.dyn", local(0)) }] }),
      fresh(0, 7),
      { kind: "SetStatic", owner: "Main", name: "held", value: local(0), type: "ref", at: 0 },
      let_(0, nul("ref")),
      // Gives the collector something to free and to put in its place.
      while_("churn", binary("i32.lt", local(7), int(50)), [
        do_(0, native("string.fromInt", local(7))),
        let_(7, binary("i32.add", local(7), int(1))),
      ]),
      do_(0, native("string.join", local(1), text(","))),
      ...printLine(0, local(0), "ref"),
      do_(6, { kind: "CallClosure", closure: local(3), args: [convert("ref.dyn", text("!"))] }),
      ...printLine(0, local(6), "dyn"),
      ...printLine(
        0,
        {
          kind: "EnumParam",
          value: local(4),
          enum: "Wrap",
          constructor: "W",
          param: 0,
          type: "ref",
        },
        "ref",
      ),
      do_(6, { kind: "DynGet", object: local(5), name: "f" }),
      ...printLine(0, local(6), "dyn"),
      ...printLine(0, { kind: "GetStatic", owner: "Main", name: "held", type: "ref" }, "ref"),
      ret(),
    ],
  });
  const mainClass = cls("Main", {
    statics: [{ name: "held", type: "ref", haxeType: "String", metadata: [] }],
  });
  const program = link({ classes: [mainClass], enums: [wrap], functions: [main, closure] });
  t.is(await outputUnderStress(program), "1,2\n43!\n5\n6\n7\n");
});

test.serial("what a handler reads stays while the body of its Try runs", async (t) => {
  const thrower = fn({
    id: "Main.thrower",
    locals: ["s:ref"],
    body: [do_(0, native("string.fromInt", int(77))), throw_(convert("ref.dyn", local(0)))],
  });
  const main = fn({
    id: "Main.main",
    locals: ["s:ref", "e:dyn", "waste:ref"],
    body: [
      do_(0, native("string.fromInt", int(5))),
      {
        kind: "Try",
        body: [do_(2, native("string.fromInt", int(6))), do_(null, call("Main.thrower", "void"))],
        caught: 1,
        handler: [
          do_(2, native("string.concat", local(0), convert("dyn.ref", local(1)))),
          ...printLine(2, local(2), "ref"),
        ],
      },
      ret(),
    ],
  });
  t.is(await outputUnderStress(link({ functions: [main, thrower] })), "577\n");
});

test.serial("a parameter that the caller no longer holds stays for the callee", async (t) => {
  const callee = fn({
    id: "Main.callee",
    locals: ["text:ref", "any:dyn", "other:ref"],
    params: 2,
    result: "ref",
    body: [
      do_(2, native("string.fromInt", int(1))),
      do_(2, native("string.concat", local(2), local(0))),
      do_(2, native("string.concat", local(2), convert("dyn.ref", local(1)))),
      ret(local(2)),
    ],
  });
  const main = fn({
    id: "Main.main",
    locals: ["a:ref", "b:ref"],
    body: [
      do_(0, native("string.fromInt", int(2))),
      do_(1, native("string.fromInt", int(3))),
      do_(0, call("Main.callee", "ref", local(0), convert("ref.dyn", local(1)))),
      ...printLine(0, local(0), "ref"),
      ret(),
    ],
  });
  t.is(await outputUnderStress(link({ functions: [main, callee] })), "123\n");
});

test.serial("the report of an exception keeps the texts that it puts together", async (t) => {
  const showing = fn({
    id: "Shown.toString",
    form: "method",
    locals: ["this:ref", "s:ref"],
    params: 1,
    result: "ref",
    body: [
      do_(1, native("string.fromInt", int(12))),
      do_(1, native("string.concat", local(1), text("!"))),
      ret(local(1)),
    ],
  });
  const shown = cls("Shown", {
    methods: [
      { name: "toString", target: "Shown.toString", overrides: false, params: [], result: "ref" },
    ],
  });
  const main = fn({
    id: "Main.main",
    locals: ["a:ref", "b:ref", "list:ref", "s:ref"],
    body: [
      do_(0, { kind: "New", path: "Shown" }),
      do_(3, call("Shown.toString", "ref", local(0))),
      do_(1, { kind: "New", path: "Shown" }),
      do_(2, { kind: "NewArray", elements: [local(0), local(1), local(0)], type: "ref" }),
      throw_(convert("ref.dyn", local(2))),
    ],
  });
  const program = link({ classes: [shown], functions: [main, showing] });
  t.is(await outputUnderStress(program), "Uncaught exception: [12!,12!,12!]\n");
});

test.serial("a program that makes far more than it keeps does not grow", async (t) => {
  const main = fn({
    id: "Main.main",
    locals: ["i:i32", "node:ref", "kept:ref"],
    body: [
      do_(2, call("Main.tree", "ref", int(3))),
      while_("churn", binary("i32.lt", local(0), int(3_000_000)), [
        do_(1, newNode),
        set(local(1), "left", local(2)),
        let_(0, binary("i32.add", local(0), int(1))),
      ]),
      do_(1, call("Main.show", "ref", local(2))),
      ...printLine(1, local(1), "ref"),
      ret(),
    ],
  });
  const program = link({ classes: [node], functions: [main, tree, show] });
  const { result, memoryBytes } = await runMeasured(program, { optimizeLevel: 1, names: false });
  t.regex(result.output, /^\.0\.1/);
  // 3,000,000 nodes of 24 bytes are 72 MB.
  t.true(memoryBytes < 32 << 20, `${memoryBytes} bytes of memory`);
});
