/** Reads and parses what a program consists of: the main module and, from there, every module that is mentioned. */

import type { Defines } from "#compiler/lexer/conditions.ts";
import { referencedModules } from "#compiler/module_search.ts";
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
  const pending = [main];
  for (let path = pending.shift(); path !== undefined; path = pending.shift()) {
    if (loaded.has(path)) continue;
    const found = findModule(classPath, path, readText);
    const module = found === null ? null : loadModule(found, defines);
    loaded.set(path, module);
    if (module !== null) {
      pending.push(...referencedModules(module.parsed.module), ...defaultImports(path));
    }
  }
  return [...loaded.values()].filter((module) => module !== null);
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
