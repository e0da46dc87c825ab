/** A linked program as one module: for printers that print modules, when only the whole program is wanted. */
import type { IrModule } from "./ir.ts";
import type { IrProgram } from "./program.ts";

export function programModule(program: IrProgram): IrModule {
  const { functions } = program;
  const isKept = (target: string | null): boolean => target !== null && functions.has(target);
  return {
    library: program.entry,
    classes: [...program.classes.values()].map(({ class: type }) => ({
      ...type,
      methods: type.methods.map((method) => ({
        ...method,
        target: isKept(method.target) ? method.target : null,
      })),
      implementations: type.implementations.filter((entry) => isKept(entry.target)),
      constructor: isKept(type.constructor) ? type.constructor : null,
      staticInit: isKept(type.staticInit) ? type.staticInit : null,
    })),
    enums: [...program.enums.values()],
    functions: [...functions.values()],
  };
}
