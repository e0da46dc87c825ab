/** Everything that the modules define, by name, in module order. */
import { type Diagnostic, diagnostic } from "#compiler/diagnostics/diagnostic.ts";
import type { IrClass, IrEnum, IrFunction, IrModule } from "../ir.ts";

export interface Definitions {
  readonly classes: ReadonlyMap<string, IrClass>;
  readonly enums: ReadonlyMap<string, IrEnum>;
  readonly functions: ReadonlyMap<string, IrFunction>;
  /** Paths of the classes and enums outside of the standard library: those that a path made at run time can mean. */
  readonly ownTypes: ReadonlySet<string>;
}

/** Puts the modules together; a type that two libraries define is reported. */
export function collectDefinitions(
  modules: readonly IrModule[],
  problems: Diagnostic[],
): Definitions {
  const classes = new Map<string, IrClass>();
  const enums = new Map<string, IrEnum>();
  const functions = new Map<string, IrFunction>();
  const libraryOf = new Map<string, string>();
  for (const module of modules) {
    for (const type of [...module.classes, ...module.enums]) {
      const first = libraryOf.get(type.path);
      if (first !== undefined) problems.push(definedTwice(type.path, first, module.library));
      libraryOf.set(type.path, module.library);
    }
    for (const type of module.classes) classes.set(type.path, type);
    for (const type of module.enums) enums.set(type.path, type);
    for (const fn of module.functions) functions.set(fn.id, fn);
  }
  return { classes, enums, functions, ownTypes: ownTypes(modules) };
}

/** The standard library is the module that defines `Array`. */
function ownTypes(modules: readonly IrModule[]): Set<string> {
  const own = modules.filter(({ classes }) => !classes.some(({ path }) => path === "Array"));
  return new Set(
    own.flatMap((module) => [...module.classes, ...module.enums]).map((type) => type.path),
  );
}

function definedTwice(name: string, first: string, second: string): Diagnostic {
  return diagnostic(
    "HX4004",
    { file: second, span: { start: 0, end: 0 } },
    { name, first, second },
  );
}

/** The class and its ancestors, nearest first. */
export function ancestry(definitions: Definitions, path: string): IrClass[] {
  const chain: IrClass[] = [];
  let type = definitions.classes.get(path);
  while (type !== undefined) {
    chain.push(type);
    type = type.superclass === null ? undefined : definitions.classes.get(type.superclass);
  }
  return chain;
}
