/** Compiles samples as the command line does, the standard library once, and verifies what lowering made of them. */
import { join } from "node:path";
import { loadModules } from "#compiler/cli/load_modules.ts";
import { loadStandardLibrary, readTextIfThere } from "#compiler/cli/load_program.ts";
import type { RunnableProgram } from "#compiler/cli/run_mode.ts";
import { compileLibraries, compileProgram, type Library } from "#compiler/compile.ts";
import type { Diagnostic } from "#compiler/diagnostics/diagnostic.ts";
import { renderDiagnostics } from "#compiler/diagnostics/render.ts";
import { verifyProgram } from "#compiler/ir/verify_program.ts";
import { definesWith } from "#compiler/lexer/built_in_defines.ts";
import type { SourceFile } from "#compiler/source/source_file.ts";
import type { Sample } from "./sample.ts";

const defines = definesWith(new Map());
const std = loadStandardLibrary(join(import.meta.dirname, "../../runtime/std"), defines);
const compiledStd = compileLibraries([std]);

/** The linked program, verified. Throws with the diagnostics where it does not compile. */
export function compileSample({ folder, main }: Pick<Sample, "folder" | "main">): RunnableProgram {
  const modules = loadModules([folder], main, defines, readTextIfThere);
  const library: Library = { name: main, sources: modules };
  const sources = sourcesOf([std, library]);
  const { program, diagnostics } = compileProgram([library], main, compiledStd.libraries);
  if (program === null) {
    throw new CompileError([...compiledStd.diagnostics, ...diagnostics], sources);
  }
  verifyProgram(program);
  return { ir: program, sources };
}

function sourcesOf(libraries: readonly Library[]): ReadonlyMap<string, SourceFile> {
  const sources = libraries.flatMap((library) => library.sources.map(({ source }) => source));
  return new Map(sources.map((source) => [source.path, source]));
}

/** A sample is refused; the message is what a user would see. */
export class CompileError extends Error {
  override readonly name = "CompileError";

  constructor(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, SourceFile>) {
    super(renderDiagnostics(diagnostics, "pretty", (path) => sources.get(path) ?? null));
  }
}
