import test from "ava";
import { BytecodeError } from "#compiler/bytecode/bytecode_error.ts";
import type { Callable } from "#runtime/vm/object_model.ts";
import { loadProgram, type Program } from "#runtime/vm/program.ts";
import { int, local } from "#tests/runtime/wasm/ir_program.ts";
import {
  bytecodeOf,
  entryOf,
  hostInto,
  javascriptOf,
  load,
  moduleOf,
  runInAllTiers,
  tiers,
} from "./run_ir.ts";
import { adding, hurt, sampleProgram } from "./sample_program.ts";

const host = () => hostInto({ output: "", errors: "" });
const emitters = { bytecode: bytecodeOf, javascript: javascriptOf };

test("all tiers do the same", (t) => {
  t.is(runInAllTiers(sampleProgram()).output, "8.5\n6\ntoo deep\n7\n");
});

/** The closure that main gave to the host is called by each frame; a spy in its slot would not be the real thing. */
function stepClosure(program: Program): Callable {
  const closure = program.functions.closureMaker("Main.main$0")(5);
  return (x: number) => closure(x);
}

for (const tier of tiers) {
  for (const [kind, emit] of Object.entries(emitters)) {
    test(`${tier}: a ${kind} patch changes methods and closures made before`, (t) => {
      const program = load(sampleProgram(), tier, host());
      program.start();
      t.true(program.hasFrames);
      const add = stepClosure(program);
      const slots = program.types.slots("game.Unit");
      const unit = new (
        program.types.slots("game.Boss")["$new"] as unknown as new () => {
          health: number;
          hurt(): void;
        }
      )();
      t.is(add(1), 6);
      unit.hurt();
      t.is(unit.health, -1.5);
      const changed = moduleOf(sampleProgram(hurt(100), adding(int(1000))));
      program.replaceFunctions(emit(changed, new Set(["game.Unit.hurt", "Main.main$0"])));
      t.is(add(1), 1001);
      unit.hurt();
      t.is(unit.health, -101.5);
      slots["hurt"]?.(unit);
      t.is(unit.health, -201.5);
    });
  }
}

test("a function may move from tier to tier and back", (t) => {
  const changes = [hurt(2), hurt(3), hurt(4), hurt(5)];
  const program = load(sampleProgram(), "interpreter", host());
  program.start();
  const unit = new (
    program.types.slots("game.Boss")["$new"] as unknown as new () => {
      health: number;
      hurt(): void;
    }
  )();
  const seen = changes.map((fn, index) => {
    const emit = index % 2 === 0 ? javascriptOf : bytecodeOf;
    program.replaceFunctions(emit(moduleOf(sampleProgram(fn)), new Set([fn.id])));
    unit.health = 0;
    unit.hurt();
    return unit.health;
  });
  t.deepEqual(seen, [-2, -3, -4, -5]);
});

test("a patch that cannot be read changes nothing", (t) => {
  const program = load(sampleProgram(), "interpreter", host());
  program.start();
  const patch = bytecodeOf(moduleOf(sampleProgram(adding(int(9)))), new Set(["Main.main$0"]));
  const bytes = patch.kind === "bytecode" ? patch.bytes : new Uint8Array();
  t.throws(() => program.replaceFunctions({ kind: "bytecode", bytes: bytes.slice(0, -3) }), {
    instanceOf: BytecodeError,
  });
  const javascript = javascriptOf(
    moduleOf(sampleProgram(adding(int(9)))),
    new Set(["Main.main$0"]),
  );
  t.throws(
    () => program.replaceFunctions({ ...javascript, text: "(function (" } as typeof javascript),
    {
      instanceOf: SyntaxError,
    },
  );
  t.is(stepClosure(program)(1), 6);
});

test("an interpreted program stops when its budget is used up, and goes on", (t) => {
  const written = { output: "", errors: "" };
  const program = sampleProgram();
  const loaded = loadProgram([bytecodeOf(moduleOf(program))], entryOf(program), hostInto(written));
  let pauses = 0;
  let deepest = 0;
  for (const execution of loaded.executions()) {
    while (execution.run(1) === "paused") {
      pauses++;
      deepest = Math.max(deepest, execution.frames().length);
    }
    t.deepEqual(execution.frames(), []);
  }
  t.is(written.output, "8.5\n6\ntoo deep\n7\n");
  t.true(pauses >= 5);
  t.true(deepest >= 4);
});

test("a breakpoint stops each time, on the line it was set on", (t) => {
  const program = sampleProgram();
  const loaded = loadProgram([bytecodeOf(moduleOf(program))], entryOf(program), host());
  const [execution] = [...loaded.executions()];
  t.is(execution?.run(1), "paused");
  const closureCode = loaded.interpreter.positionOf("Main.main$0", 1);
  loaded.interpreter.setBreakpoint(closureCode as number);
  const stops: string[] = [];
  while (execution?.run(1000) === "stopped") {
    stops.push(
      execution
        .frames()
        .map((frame) => frame.function)
        .join(" < "),
    );
  }
  t.deepEqual(stops, Array(3).fill("Main.main$0 < Main.main"));
});

test("an uncaught exception comes with the Haxe calls it left", (t) => {
  const program = sampleProgram();
  for (const tier of tiers) {
    const loaded = load(program, tier, host());
    const error = t.throws(() => loaded.types.slots("Main")["dive"]?.(2));
    t.is(
      loaded.describeException(error),
      [
        "Uncaught exception: too deep",
        "Called from Main.dive (Main.hx line 1)",
        "Called from Main.dive (Main.hx line 1)",
        "Called from Main.dive (Main.hx line 1)",
      ].join("\n"),
      tier,
    );
  }
});

test("frames go to the closure that main registered", (t) => {
  for (const tier of tiers) {
    const program = load(sampleProgram(adding(local(1))), tier, host());
    t.false(program.hasFrames);
    program.start();
    t.notThrows(() => program.frame(1 / 60));
    t.is(program.digest(), "");
  }
});
