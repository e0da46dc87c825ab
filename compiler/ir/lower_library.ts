/** Lowers a typed library to its module of low IR. */
import type { TypedLibrary } from "#compiler/types/typed_ast.ts";
import type { IrFunction, IrModule } from "./ir.ts";
import { lowerClass, lowerEnum } from "./lower/class.ts";
import { lowering } from "./lower/expression.ts";
import type { ModuleContext } from "./lower/function_builder.ts";

/** Pure: equal libraries give equal modules. The library must have no errors. */
export function lowerLibrary(library: TypedLibrary): IrModule {
  const functions = new Map<string, IrFunction>();
  const module: ModuleContext = {
    lowering,
    addFunction: (fn) => functions.set(fn.id, fn),
    hasFunction: (id) => functions.has(id),
  };
  const enums = library.enums.map(lowerEnum);
  const classes = library.classes.map((type) => lowerClass(module, type));
  return { library: library.library, classes, enums, functions: [...functions.values()] };
}
