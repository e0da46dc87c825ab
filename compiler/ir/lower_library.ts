/** Lowers a typed library to its module of low IR. */
import type { TypedLibrary } from "#compiler/types/typed_ast.ts";
import type { IrFunction, IrModule } from "./ir.ts";
import { lowerClass, lowerEnum } from "./lower/class.ts";
import { lowering } from "./lower/expression.ts";

/** Pure: equal libraries give equal modules. The library must have no errors. */
export function lowerLibrary(library: TypedLibrary): IrModule {
  const functions = new Map<string, IrFunction>();
  const classes = library.classes.map((type) => {
    const lowered = lowerClass(lowering, type);
    // The first that needs a wrapper has it.
    for (const fn of lowered.functions) if (!functions.has(fn.id)) functions.set(fn.id, fn);
    return lowered.shape;
  });
  const enums = library.enums.map(lowerEnum);
  return { library: library.library, classes, enums, functions: [...functions.values()] };
}
