/** Small programs in the low IR through the C printer: compiled with all warnings as errors, and run. */
import { spawnSync } from "node:child_process";
import test from "ava";
import { buildNative } from "#compiler/emit/c/native_build.ts";
import { printProgramC } from "#compiler/emit/c/print_program.ts";
import type { IrExpr } from "#compiler/ir/expr.ts";
import type { IrClass } from "#compiler/ir/ir.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import {
  binary,
  call,
  cls,
  convert,
  do_,
  field,
  fn,
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
} from "#tests/runtime/wasm/ir_program.ts";
import { BUILD_TIME, nativeOptions, runIr } from "./run_ir.ts";

test("a call that throws leaves the local it was to go to as it was", async (t) => {
  t.timeout(BUILD_TIME);
  const failing = fn({
    id: "Main.failing",
    result: "i32",
    body: [throw_(convert("ref.dyn", text("no")))],
  });
  const main = fn({
    id: "Main.main",
    locals: ["x:i32", "caught:dyn", "s:ref"],
    body: [
      let_(0, int(7)),
      {
        kind: "Try",
        body: [do_(0, call("Main.failing", "i32"))],
        caught: 1,
        handler: [...printLine(2, local(1), "dyn"), ...printLine(2, local(0), "i32")],
      },
      ret(),
    ],
  });
  const { output, status } = await runIr(link({ functions: [main, failing] }));
  t.is(output, "no\n7\n");
  t.is(status, 0);
});

test("endless recursion is reported as a stack overflow", async (t) => {
  t.timeout(BUILD_TIME);
  const endless = fn({
    id: "Main.endless",
    locals: ["n:i32", "r:i32"],
    params: 1,
    result: "i32",
    body: [
      do_(1, call("Main.endless", "i32", binary("i32.add", local(0), int(1)))),
      ret(binary("i32.add", local(1), local(0))),
    ],
  });
  const main = fn({
    id: "Main.main",
    locals: ["r:i32", "s:ref"],
    body: [do_(0, call("Main.endless", "i32", int(0))), ...printLine(1, local(0), "i32"), ret()],
  });
  const { errors, status } = await runIr(link({ functions: [main, endless] }));
  t.is(errors, "Uncaught exception: Stack overflow\n");
  t.is(status, 1);
});

test("a closure of many parameters takes as many arguments as come", async (t) => {
  t.timeout(BUILD_TIME);
  const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const last = (index: number): IrExpr => convert("dyn.i32", local(index));
  const closure = fn({
    id: "Main.main$0",
    form: "closure",
    locals: [...names.map((name) => `${name}:dyn`), "base:i32"],
    params: names.length,
    captures: 1,
    result: "dyn",
    body: [
      ret(
        convert(
          "i32.dyn",
          names.reduce<IrExpr>((sum, _, index) => binary("i32.add", sum, last(index)), local(8)),
        ),
      ),
    ],
  });
  const callWith = (count: number) =>
    do_(1, {
      kind: "CallClosure",
      closure: local(0),
      args: Array.from({ length: count }, (_, index) => convert("i32.dyn", int(10 ** index))),
    });
  const main = fn({
    id: "Main.main",
    locals: ["f:ref", "r:dyn", "s:ref"],
    body: [
      do_(0, { kind: "NewClosure", target: "Main.main$0", captures: [int(5)] }),
      ...[0, 3, 8, 9].flatMap((count) => [
        callWith(count),
        ...printLine(2, convert("dyn.i32", local(1)), "i32"),
      ]),
      ret(),
    ],
  });
  const { output } = await runIr(link({ functions: [main, closure] }));
  t.is(output, "5\n116\n11111116\n11111116\n");
});

/** `frames` frames are counted in a static; the digest is their number. */
function countingGame(): IrProgram {
  const wrapper = (id: string, params: number, body: Parameters<typeof fn>[0]["body"]) =>
    fn({ id, form: "closure", locals: ["x:dyn", "s:ref"], params, result: "dyn", body });
  const counter: IrExpr = { kind: "GetStatic", owner: "Main", name: "count", type: "i32" };
  const classes: IrClass[] = [cls("Main", { statics: [field("count", "i32")] })];
  const main = fn({
    id: "Main.main",
    body: [
      do_(null, native("host.onFrame", { kind: "ConstClosure", target: "Main.main$0" })),
      do_(null, native("host.onDigest", { kind: "ConstClosure", target: "Main.main$1" })),
      ret(),
    ],
  });
  const frame = wrapper("Main.main$0", 1, [
    {
      kind: "SetStatic",
      owner: "Main",
      name: "count",
      type: "i32",
      value: binary("i32.add", counter, int(1)),
      at: 0,
    },
    ret(nul("dyn")),
  ]);
  const digest = fn({
    id: "Main.main$1",
    form: "closure",
    locals: ["s:ref"],
    result: "dyn",
    body: [do_(0, native("string.fromInt", counter)), ret(convert("ref.dyn", local(0)))],
  });
  return link({ classes, functions: [main, frame, digest] });
}

test("a game without a window runs its frames and prints its state", async (t) => {
  t.timeout(BUILD_TIME);
  const executable = await buildNative(countingGame(), nativeOptions());
  const { stdout, status } = spawnSync(executable, ["--headless", "--frames", "120"], {
    encoding: "utf8",
  });
  t.is(stdout, "state 120 120\n");
  t.is(status, 0);
});

test("the same program prints the same C", (t) => {
  t.deepEqual([...printProgramC(countingGame())], [...printProgramC(countingGame())]);
});

test("the printed C is readable", (t) => {
  const files = printProgramC(countingGame());
  t.deepEqual([...files.keys()], ["haxe_program.h", "haxe_program.c", "code_0.c"]);
  t.true(files.get("code_0.c")?.includes("HxDyn Main_main_1(HxClosure *closure) {"));
  t.true(files.get("haxe_program.h")?.includes("extern int32_t Main_count_static;"));
});
