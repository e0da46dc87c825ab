/** Interpreter and JIT: the VM runs the program in this process. */
import { writeModule } from "#compiler/bytecode/write.ts";
import { emitModule } from "#compiler/emit/bytecode/emit_module.ts";
import { printModule } from "#compiler/emit/javascript/print_module.ts";
import { programModule } from "#compiler/ir/program_module.ts";
import type { Host } from "#runtime/vm/host.ts";
import { loadProgram, type ProgramModule } from "#runtime/vm/program.ts";
import { ExitSignal } from "#runtime/vm/thrown.ts";
import type { RunMode, RunnableProgram } from "./run_mode.ts";

export const interpreterMode: RunMode = {
  run: async (program, host) => run(program, host, bytecodeOf(program)),
};

export const jitMode: RunMode = {
  run: async (program, host) => run(program, host, javascriptOf(program)),
};

function bytecodeOf({ ir, sources }: RunnableProgram): ProgramModule {
  const module = emitModule(programModule(ir), { sources });
  return { kind: "bytecode", bytes: writeModule(module) };
}

function javascriptOf({ ir, sources }: RunnableProgram): ProgramModule {
  return { kind: "javascript", ...printModule(programModule(ir), { sources }) };
}

function run({ ir }: RunnableProgram, host: Host, module: ProgramModule): number {
  const program = loadProgram([module], { main: ir.main, staticInits: ir.staticInits }, host);
  try {
    program.start();
    return 0;
  } catch (error) {
    if (error instanceof ExitSignal) return error.status;
    host.printError(`${program.describeException(error)}\n`);
    return 1;
  }
}
