/** Compiles samples as the command line does, and verifies what lowering made of them. */
import { join } from "node:path";
import { definesWith } from "#compiler/cli/defines.ts";
import { loadProgram } from "#compiler/cli/load_program.ts";
import type { RunnableProgram } from "#compiler/cli/run_mode.ts";
import { compileProgram } from "#compiler/compile.ts";
import { renderDiagnostics } from "#compiler/diagnostics/render.ts";
import { verifyProgram } from "#compiler/ir/verify_program.ts";
import type { SourceFile } from "#compiler/source/source_file.ts";
import type { Sample } from "./sample.ts";

const std = join(import.meta.dirname, "../../runtime/std");
const defines = definesWith(new Map());

/** The linked program, verified. Throws with the diagnostics where it does not compile. */
export function compileSample({ folder, main }: Sample): RunnableProgram {
  const { libraries } = loadProgram({ std, classPath: [folder], main }, defines);
  const sources = new Map<string, SourceFile>();
  for (const library of libraries) {
    for (const { source } of library.sources) sources.set(source.path, source);
  }
  const { program, diagnostics } = compileProgram(libraries, main);
  if (program === null) {
    throw new Error(renderDiagnostics(diagnostics, "pretty", (path) => sources.get(path) ?? null));
  }
  verifyProgram(program);
  return { ir: program, sources };
}
