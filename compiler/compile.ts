/** The compiler as one pure function: parsed libraries in, a linked program and diagnostics out. */
import { checkLibrary } from "#compiler/checker/check_library.ts";
import type { NullSafety } from "#compiler/checker/null_safety/mode.ts";
import type { Interface } from "#compiler/checker/program/interface.ts";
import { type Diagnostic, severityOf } from "#compiler/diagnostics/diagnostic.ts";
import { intrinsicProblems } from "#compiler/ir/check_intrinsics.ts";
import type { IrModule } from "#compiler/ir/ir.ts";
import { linkProgram } from "#compiler/ir/link_program.ts";
import { lowerLibrary } from "#compiler/ir/lower_library.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import type { ParsedModule } from "#compiler/parser/parse_module.ts";
import { sceneSchema } from "#compiler/schema/scene_schema.ts";
import { lineStarts, type SourceFile } from "#compiler/source/source_file.ts";
import { untouchedFiles } from "./untouched_files.ts";

/** A library to compile; each may use those before it. */
export interface Library {
  readonly name: string;
  readonly sources: readonly ParsedSource[];
  /** Where no `@:nullSafety` says otherwise. Off if left out. */
  readonly nullSafety?: NullSafety;
}

export interface ParsedSource {
  readonly source: SourceFile;
  readonly parsed: ParsedModule;
}

/** A library without errors: what those after it are checked against, and its code. */
export interface CompiledLibrary {
  readonly interface: Interface;
  readonly module: IrModule;
}

export interface Compiled {
  readonly libraries: readonly CompiledLibrary[];
  /** Null where a diagnostic is an error. */
  readonly program: IrProgram | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks, lowers and links; `main` is the path of the class whose `main` runs. Libraries that were compiled `before`, such as
 * the standard library, serve any number of programs.
 */
export function compileProgram(
  libraries: readonly Library[],
  main: string,
  before: readonly CompiledLibrary[] = [],
): Compiled {
  const compiled = compileLibraries(libraries, before);
  const { diagnostics } = compiled;
  if (hasErrors(diagnostics)) return { ...compiled, program: null };
  const modules = compiled.libraries.map(({ module }) => module);
  const { program, problems } = linkProgram(modules, main);
  return { ...compiled, program, diagnostics: [...diagnostics, ...problems] };
}

/** Checks each library against those before it and lowers it; stops at the first with errors. */
export function compileLibraries(
  libraries: readonly Library[],
  before: readonly CompiledLibrary[] = [],
): Omit<Compiled, "program"> {
  const done = [...before];
  const diagnostics: Diagnostic[] = [];
  for (const { name, sources, nullSafety = "off" } of libraries) {
    diagnostics.push(...sources.flatMap(({ parsed }) => parsed.diagnostics));
    const isRead = !hasErrors(diagnostics);
    const checked = checkLibrary({
      library: name,
      modules: sources.map(moduleSource),
      dependencies: done.map((library) => library.interface),
      nullSafety,
    });
    const isTold = isRead ? () => true : isUntouched(sources);
    diagnostics.push(...checked.diagnostics.filter(isTold));
    if (!isRead || !checked.isValid) break;
    diagnostics.push(...intrinsicProblems(checked.typed));
    diagnostics.push(...sceneSchema(checked.typed, checked.constants).problems);
    if (hasErrors(diagnostics)) break;
    done.push({ interface: checked.interface, module: lowerLibrary(checked.typed) });
  }
  return { libraries: done, diagnostics };
}

/** Is the problem one that no syntax error can have brought? */
function isUntouched(sources: readonly ParsedSource[]): (problem: Diagnostic) => boolean {
  const untouched = untouchedFiles(
    sources.map(({ source, parsed }) => ({
      path: source.path,
      module: parsed.module,
      isBroken: hasErrors(parsed.diagnostics),
    })),
  );
  return (problem) => untouched.has(problem.file);
}

function moduleSource({ source, parsed }: ParsedSource) {
  return { file: source.path, lineStarts: lineStarts(source), module: parsed.module };
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((problem) => severityOf(problem) === "error");
}
