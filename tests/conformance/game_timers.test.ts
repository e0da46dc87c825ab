/** Timers of a program with frames: they go by its steps alone, so that a run repeats. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { writeModule } from "#compiler/bytecode/write.ts";
import type { RunnableProgram } from "#compiler/cli/run_mode.ts";
import { emitModule } from "#compiler/emit/bytecode/emit_module.ts";
import { printModule } from "#compiler/emit/javascript/print_module.ts";
import { programModule } from "#compiler/ir/program_module.ts";
import { loadProgram, type ProgramModule } from "#runtime/vm/program.ts";
import { hostInto } from "./collecting_host.ts";
import { compileSample } from "./compile_sample.ts";
import { CONFORMANCE_FOLDER } from "./sample.ts";

const folder = join(CONFORMANCE_FOLDER, "timers", "game");
const main = "GameTimers";
const expected = readFileSync(join(folder, `${main}.out`), "utf8");

const modes = {
  interpreter: ({ ir, sources }: RunnableProgram): ProgramModule => ({
    kind: "bytecode",
    bytes: writeModule(emitModule(programModule(ir), { sources })),
  }),
  jit: ({ ir, sources }: RunnableProgram): ProgramModule => ({
    kind: "javascript",
    ...printModule(programModule(ir), { sources }),
  }),
};

for (const [name, moduleOf] of Object.entries(modes)) {
  test(`${name}: timers run before the steps that they are due in`, (t) => {
    const output = { stdout: "", stderr: "" };
    const clock = () => t.fail("a game's timers do not ask for real time");
    const host = { ...hostInto(output), time: () => Number(clock()) };
    const program = compileSample({ folder, main });
    const { ir } = program;
    const game = loadProgram([moduleOf(program)], ir, host);
    game.start();
    for (let frame = 0; frame < 10; frame++) game.frame(0.02);
    t.is(output.stdout, expected);
  });
}
