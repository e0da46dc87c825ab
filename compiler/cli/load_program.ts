/** Reads a program and the standard library from the disk. */
import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Library } from "#compiler/compile.ts";
import type { Defines } from "#compiler/lexer/conditions.ts";
import { parseModule } from "#compiler/parser/parse_module.ts";
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
}

export function loadProgram(
  { std, classPath, main }: ProgramPlaces,
  defines: Defines,
): LoadedProgram {
  const modules = loadModules(classPath, main, defines, readTextIfThere);
  const libraries = [loadStandardLibrary(std, defines), { name: main, sources: modules }];
  return { libraries, modules };
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
