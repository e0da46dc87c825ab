/** Checks Haxe texts against the standard library's interface, which is made once. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type CheckedLibrary, checkLibrary } from "#compiler/checker/check_library.ts";
import type { Interface } from "#compiler/checker/program/interface.ts";
import type { ModuleSource } from "#compiler/checker/program/program.ts";
import type { Diagnostic } from "#compiler/diagnostics/diagnostic.ts";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { lineStarts, type SourceFile } from "#compiler/source/source_file.ts";

const root = path.join(import.meta.dirname, "..", "..", "..", "runtime", "std");
const defines = new Map([["haxe", "4.3.0-rc"]]);

let known: CheckedLibrary | null = null;

/** The standard library, checked. */
export function standardLibrary(): CheckedLibrary {
  known ??= checkLibrary({
    library: "std",
    modules: readLibrary(root).map(moduleSource),
    dependencies: [],
  });
  return known;
}

function readLibrary(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".hx"))
    .toSorted()
    .map((name) => ({ path: name, text: readFileSync(path.join(folder, name), "utf8") }));
}

export function moduleSource(source: SourceFile): ModuleSource {
  const { module } = parseModule(source, defines);
  return { file: source.path, lineStarts: lineStarts(source), module };
}

/** Syntax problems come first; a file with any is not checked. */
export function checkSources(
  sources: readonly SourceFile[],
  dependencies: readonly Interface[] = [],
): CheckedLibrary {
  return checkLibrary({
    library: "test",
    modules: sources.map(moduleSource),
    dependencies: [standardLibrary().interface, ...dependencies],
  });
}

/** Without the standard library. */
export function checkAlone(sources: readonly SourceFile[]): CheckedLibrary {
  return checkLibrary({ library: "test", modules: sources.map(moduleSource), dependencies: [] });
}

export function syntaxProblems(sources: readonly SourceFile[]): Diagnostic[] {
  return sources.flatMap((source) => [...parseModule(source, defines).diagnostics]);
}
