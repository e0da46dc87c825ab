import { createHash } from "node:crypto";
import test from "ava";
import type { WasmOptions } from "#compiler/emit/wasm/options.ts";
import { printProgramWasm } from "#compiler/emit/wasm/print_program.ts";
import type { IrExpr } from "#compiler/ir/expr.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import {
  loadWasmProgram,
  type WasmAsset,
  type WasmProgram,
} from "#runtime/wasm_host/wasm_program.ts";
import {
  binary,
  call,
  do_,
  fn,
  int,
  let_,
  link,
  local,
  native,
  printLine,
  ret,
  text,
  while_,
} from "./ir_program.ts";
import { hostInto, plainOptions, runtimeBytes } from "./run_ir.ts";

const hello = (): IrProgram =>
  link({
    functions: [
      fn({ id: "Main.main", locals: ["s:ref"], body: [...printLine(0, text("hi"), "ref"), ret()] }),
      fn({ id: "Main.unused", body: [ret()] }),
    ],
  });

const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

test.serial("equal programs give equal bytes at every level", async (t) => {
  for (const optimizeLevel of [0, 1, 2] as const) {
    const options: WasmOptions = { optimizeLevel, names: optimizeLevel < 2 };
    const first = await printProgramWasm(hello(), runtimeBytes(), options);
    // Another program in between must leave nothing behind in binaryen.
    const other = link({ functions: [fn({ id: "Main.main", body: [ret()] })] });
    await printProgramWasm(other, runtimeBytes(), options);
    const second = await printProgramWasm(hello(), runtimeBytes(), options);
    t.is(hash(first.bytes), hash(second.bytes));
  }
});

test.serial("names are there when asked for", async (t) => {
  const named = await printProgramWasm(hello(), runtimeBytes(), { optimizeLevel: 1, names: true });
  const bare = await printProgramWasm(hello(), runtimeBytes(), { optimizeLevel: 1, names: false });
  const namesIn = (bytes: Uint8Array): number =>
    WebAssembly.Module.customSections(new WebAssembly.Module(new Uint8Array(bytes)), "name").length;
  t.is(namesIn(named.bytes), 1);
  t.is(namesIn(bare.bytes), 0);
  t.true(bare.bytes.length < named.bytes.length);
});

test.serial("a source map names the file and its lines", async (t) => {
  const options: WasmOptions = {
    ...plainOptions,
    sourceMap: { locate: () => ({ line: 3, column: 5 }), url: "game.wasm.map" },
  };
  const { bytes, sourceMap } = await printProgramWasm(hello(), runtimeBytes(), options);
  const map = JSON.parse(sourceMap ?? "null");
  t.deepEqual(map.sources, ["Main.hx"]);
  t.true(map.mappings.length > 0);
  t.true(Buffer.from(bytes).includes("game.wasm.map"));
});

test("assets stay in the program's memory alone, and are seen there", async (t) => {
  const program = await load(hello());
  t.deepEqual([...program.assetBytes(0).subarray(0, 4)], [1, 2, 3, 4]);
  t.deepEqual([...program.assetBytes(1)], [9]);
  t.is(program.assetBytes(0).buffer, program.assetBytes(1).buffer);
  t.throws(() => program.assetBytes(2), { message: "The program has no asset 2" });
});

const closureOf = (id: string): IrExpr => ({ kind: "ConstClosure", target: id });

const cubes: readonly WasmAsset[] = [
  {
    kind: 2,
    name: "core.Cube",
    bytes: new Uint8Array([1, 2, 3, 4, 0, 0, 128, 63, 2, 0, 0, 0, 104, 105]),
  },
  { kind: 1, name: "core.Cube", bytes: new Uint8Array([9]) },
];

async function load(
  program: IrProgram,
  written = { output: "", errors: "" },
  assets = cubes,
): Promise<WasmProgram> {
  const { bytes } = await printProgramWasm(program, runtimeBytes(), {
    optimizeLevel: 1,
    names: true,
  });
  return loadWasmProgram(new Uint8Array(bytes), hostInto(written), assets);
}

const frames = fn({
  id: "Main.main$0",
  form: "closure",
  locals: ["dt:dyn"],
  params: 1,
  result: "dyn",
  body: [
    {
      kind: "SetStatic",
      owner: "Main",
      name: "time",
      type: "f64",
      at: 0,
      value: binary(
        "f64.add",
        { kind: "GetStatic", owner: "Main", name: "time", type: "f64" },
        { kind: "Convert", op: "dyn.f64", operand: local(0) },
      ),
    },
    {
      kind: "CheckNull",
      value: { kind: "GetStatic", owner: "Main", name: "alive", type: "ref" },
      what: ".alive",
      at: 0,
    },
    ret({ kind: "ConstNull", as: "dyn" }),
  ],
});
const drawing = fn({
  id: "Main.main$1",
  form: "closure",
  locals: ["alpha:dyn"],
  params: 1,
  result: "dyn",
  body: [
    do_(null, native("commands.int", int(77))),
    do_(null, native("commands.float", { kind: "Convert", op: "dyn.f64", operand: local(0) })),
    ret({ kind: "ConstNull", as: "dyn" }),
  ],
});
const digesting = fn({
  id: "Main.main$2",
  form: "closure",
  locals: ["s:ref"],
  result: "dyn",
  body: [
    do_(
      0,
      native("string.fromFloat", { kind: "GetStatic", owner: "Main", name: "time", type: "f64" }),
    ),
    ret({ kind: "Convert", op: "ref.dyn", operand: local(0) }),
  ],
});

function game(isAlive: boolean): IrProgram {
  const main = fn({
    id: "Main.main",
    body: [
      {
        kind: "SetStatic",
        owner: "Main",
        name: "alive",
        type: "ref",
        at: 0,
        value: isAlive ? text("yes") : { kind: "ConstNull", as: "ref" },
      },
      do_(null, native("host.onFrame", closureOf("Main.main$0"))),
      do_(null, native("host.onDraw", closureOf("Main.main$1"))),
      do_(null, native("host.onDigest", closureOf("Main.main$2"))),
      ret(),
    ],
  });
  return link({
    classes: [
      {
        path: "Main",
        form: "class",
        superclass: null,
        interfaces: [],
        fields: [],
        statics: [
          { name: "time", type: "f64", haxeType: "Float", metadata: [] },
          { name: "alive", type: "ref", haxeType: "String", metadata: [] },
        ],
        methods: [],
        implementations: [],
        constructor: null,
        staticInit: null,
        metadata: [],
      },
    ],
    functions: [main, frames, drawing, digesting],
  });
}

test.serial("a game is stepped, drawn and asked for its state", async (t) => {
  const program = await load(game(true));
  t.is(program.start(), 0);
  t.true(program.hasFrames());
  t.deepEqual(program.frame(0.5), { kind: "returned", value: null });
  program.collect(0.001);
  t.deepEqual(program.frame(0.25), { kind: "returned", value: null });
  t.deepEqual(program.digest(), { kind: "returned", value: "0.75" });
  for (let picture = 0; picture < 2; picture++) {
    const drawn = program.draw(1);
    t.is(drawn.kind, "returned");
    t.deepEqual(drawn.kind === "returned" ? [...drawn.value] : [], [77, 0x3f800000]);
  }
});

test.serial("an exception in a frame is reported and ends the program", async (t) => {
  const written = { output: "", errors: "" };
  const program = await load(game(false), written);
  t.is(program.start(), 0);
  t.deepEqual(program.frame(0.5), { kind: "ended", status: 1 });
  t.is(written.errors, "Uncaught exception: Null access .alive\n");
});

test.serial("a program without frames has none", async (t) => {
  const program = await load(hello());
  t.is(program.start(), 0);
  t.false(program.hasFrames());
});

test.serial("assets are found by kind and name, and read", async (t) => {
  const written = { output: "", errors: "" };
  const find = (kind: number, name: string) => native("asset.find", int(kind), text(name));
  const main = fn({
    id: "Main.main",
    locals: ["h:i32", "n:i32", "f:f64", "s:ref", "e:dyn"],
    body: [
      do_(0, find(2, "core.Missing")),
      ...printLine(3, local(0), "i32"),
      do_(0, find(2, "core.Cube")),
      do_(1, native("asset.size", local(0))),
      ...printLine(3, local(1), "i32"),
      do_(1, native("asset.readInt", local(0), int(0))),
      ...printLine(3, local(1), "i32"),
      do_(2, native("asset.readFloat32", local(0), int(4))),
      ...printLine(3, local(2), "f64"),
      do_(3, native("asset.readString", local(0), int(8))),
      ...printLine(3, local(3), "ref"),
      {
        kind: "Try",
        body: [do_(1, native("asset.readInt", local(0), int(11)))],
        caught: 4,
        handler: printLine(3, local(4), "dyn"),
      },
      ret(),
    ],
  });
  const program = await load(link({ functions: [main] }), written);
  t.is(program.start(), 0);
  t.is(written.output, "-1\n14\n67305985\n1\nhi\nAsset read out of range\n");
});

test.serial("each of many assets is found", async (t) => {
  const written = { output: "", errors: "" };
  const count = 10_000;
  const assets = Array.from({ length: count }, (_, index) => ({
    kind: 2,
    name: `core.Mesh${index}`,
    bytes: Uint8Array.of(1),
  }));
  const find = (kind: number, name: string) => native("asset.find", int(kind), text(name));
  const wanted = [0, 255, 256, 511, 4096, count - 1];
  const main = fn({
    id: "Main.main",
    locals: ["h:i32", "s:ref"],
    body: [
      ...[...wanted, count].flatMap((index) => [
        do_(0, find(2, `core.Mesh${index}`)),
        ...printLine(1, local(0), "i32"),
      ]),
      do_(0, find(1, "core.Mesh0")),
      ...printLine(1, local(0), "i32"),
      ret(),
    ],
  });
  const program = await load(link({ functions: [main] }), written, assets);
  t.is(program.start(), 0);
  t.deepEqual(written.output.trim().split("\n").map(Number), [...wanted, -1, -1]);
});

test.serial("text longer than one write arrives whole", async (t) => {
  const written = { output: "", errors: "" };
  const main = fn({
    id: "Main.main",
    locals: ["s:ref", "i:i32"],
    body: [
      let_(0, text("ä€😀")),
      while_("l", binary("i32.lt", local(1), int(12)), [
        do_(0, native("string.concat", local(0), local(0))),
        let_(1, binary("i32.add", local(1), int(1))),
      ]),
      do_(null, native("host.print", local(0))),
      do_(null, call("Main.nothing", "void")),
      ret(),
    ],
  });
  const nothing = fn({ id: "Main.nothing", body: [ret()] });
  const program = await load(link({ functions: [main, nothing] }), written);
  t.is(program.start(), 0);
  t.is(written.output, "ä€😀".repeat(4096));
});
