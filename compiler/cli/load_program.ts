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

export function loadProgram(
  { std, classPath, main, resources = [], nullSafety = "off" }: ProgramPlaces,
  defines: Defines,
): LoadedProgram {
  const modules = loadModules(classPath, main, defines, readTextIfThere);
  const sources = resources.length === 0 ? modules : [...modules, resourceSource(resources)];
  const libraries = [loadStandardLibrary(std, defines), { name: main, sources, nullSafety }];
  return { libraries, modules };
}

/** The module of what `haxe.Resource` gives; part of the main library. */
function resourceSource(resources: readonly Resource[]): ParsedSource {
  const name = resourceClassName("");
  const path = [...RESOURCE_PACKAGE, `${name}.hx`].join("/");
  const source = { path, text: resourceModule(name, resources) };
  return { source, parsed: parseModule(source, new Map()) };
}

export function loadStandardLibrary(folder: string, defines: Defines): Library {
  return { name: "std", sources: loadFolder(folder, defines) };
}

/** Every Haxe file below a folder, links among them, named by its path in it after `std/`. */
function loadFolder(folder: string, defines: Defines): Library["sources"] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith(".hx"))
    .map(pathOfEntry)
    .sort()
    .map((path) => {
      const name = relative(folder, path).replaceAll("\\", "/");
      const source = { path: `std/${name}`, text: readFileSync(path, "utf8") };
      return { source, parsed: parseModule(source, defines) };
    });
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
