/** What the run modes have in common. */
import type { IrProgram } from "#compiler/ir/program.ts";
import type { SourceFile } from "#compiler/source/source_file.ts";
import type { Host } from "#runtime/vm/host.ts";

export interface RunnableProgram {
  readonly ir: IrProgram;
  /** By the path that the IR's functions name. */
  readonly sources: ReadonlyMap<string, SourceFile>;
}

export interface RunMode {
  /** Runs the program to its end and gives its exit status; an uncaught exception is reported to the host, status 1. */
  run(program: RunnableProgram, host: Host): Promise<number>;
}
