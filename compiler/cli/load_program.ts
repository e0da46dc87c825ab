/** Reads a program and the standard library from the disk. */
import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { NullSafety } from "#compiler/checker/null_safety/mode.ts";
import type { Library, ParsedSource } from "#compiler/compile.ts";
import type { Defines } from "#compiler/lexer/conditions.ts";
import { parseModule } from "#compiler/parser/parse_module.ts";
import {
  RESOURCE_PACKAGE,
  type Resource,
  resourceClassName,
  resourceModule,
} from "#compiler/resource_module.ts";
import { type LoadedModule, loadModules } from "./load_modules.ts";
import { reachableModules } from "./reachable_modules.ts";

export interface LoadedProgram {
  /** The standard library and the program, as `compileProgram` takes them. */
  readonly libraries: readonly Library[];
  /** Empty where the main module was not found. */
  readonly modules: readonly LoadedModule[];
}

export interface ProgramPlaces {
  readonly std: string;
  readonly classPath: readonly string[];
  readonly main: string;
  readonly resources?: readonly Resource[];
  readonly nullSafety?: NullSafety;
}

/**
 * With `all` the whole standard library is loaded, of which errors can suggest something; else what the program can
 * reach, which takes a third of the time for a small one.
 */
export function loadProgram(
  { std, classPath, main, resources = [], nullSafety = "off" }: ProgramPlaces,
  defines: Defines,
  standard: "all" | "reached" = "all",
): LoadedProgram {
  const modules = loadModules(classPath, main, defines, readTextIfThere);
  const sources = resources.length === 0 ? modules : [...modules, resourceSource(resources)];
  const texts = standard === "all" ? null : sources.map(({ source }) => source.text);
  const libraries = [loadStandardLibrary(std, defines, texts), { name: main, sources, nullSafety }];
  return { libraries, modules };
}

/** The module of what `haxe.Resource` gives; part of the main library. */
function resourceSource(resources: readonly Resource[]): ParsedSource {
  const name = resourceClassName("");
  const path = [...RESOURCE_PACKAGE, `${name}.hx`].join("/");
  const source = { path, text: resourceModule(name, resources) };
  return { source, parsed: parseModule(source, new Map()) };
}

/** The standard library, or what of it a program of these texts can reach. */
export function loadStandardLibrary(
  folder: string,
  defines: Defines,
  texts: readonly string[] | null = null,
): Library {
  const files = readFolder(folder, "std");
  const paths = texts === null ? [...files.keys()] : reachableModules(files, texts);
  const sources = paths.map((path) => {
    const source = { path, text: files.get(path) as string };
    return { source, parsed: parseModule(source, defines) };
  });
  return { name: "std", sources };
}

/** The text of every Haxe file below a folder, links among them, by its path in it after `name/`. */
export function readFolder(folder: string, name: string): Map<string, string> {
  const paths = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith(".hx"))
    .map(pathOfEntry)
    .sort();
  return new Map(
    paths.map((path) => {
      const below = relative(folder, path).replaceAll("\\", "/");
      return [`${name}/${below}`, readFileSync(path, "utf8")] as const;
    }),
  );
}

function pathOfEntry(entry: Dirent): string {
  return join(entry.parentPath, entry.name);
}

/** The text of a file, or null where there is none. */
export function readTextIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return null;
    throw error;
  }
}
