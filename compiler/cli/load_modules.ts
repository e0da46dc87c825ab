/** Reads and parses what a program consists of: the main module and, from there, every module that is mentioned. */

import type { Defines } from "#compiler/lexer/conditions.ts";
import { importedModules, referencedModules } from "#compiler/module_search.ts";
import { type ParsedModule, parseModule } from "#compiler/parser/parse_module.ts";
import type { SourceFile } from "#compiler/source/source_file.ts";
import { type FoundFile, findModule, type ReadText } from "./class_path.ts";

export interface LoadedModule extends FoundFile {
  readonly parsed: ParsedModule;
}

/** Modules in the order they were met; empty where the main module has no file. */
export function loadModules(
  classPath: readonly string[],
  main: string,
  defines: Defines,
  readText: ReadText,
): LoadedModule[] {
  const loaded = new Map<string, LoadedModule | null>();
  const load = (path: string): LoadedModule | null => {
    const earlier = loaded.get(path);
    if (earlier !== undefined) return earlier;
    const found = findModule(classPath, path, readText);
    const module = found === null ? null : loadModule(found, defines);
    loaded.set(path, module);
    return module;
  };
  const met = new Set([main]);
  for (const path of met) {
    const module = load(path)?.parsed.module;
    if (module === undefined) continue;
    const imported = importedModules(module).flatMap((name) => load(name)?.parsed.module ?? []);
    for (const name of referencedModules(module, imported)) met.add(name);
    for (const name of defaultImports(path)) met.add(name);
  }
  return [...met].flatMap((path) => load(path) ?? []);
}

export function loadModule(found: FoundFile, defines: Defines): LoadedModule {
  const source: SourceFile = found.source;
  return { ...found, parsed: parseModule(source, defines) };
}

/** `import.hx` of the module's package and of its parents. */
function defaultImports(module: string): string[] {
  const parts = module.split(".").slice(0, -1);
  return Array.from({ length: parts.length + 1 }, (_, length) =>
    [...parts.slice(0, length), "import"].join("."),
  );
}
