/** Functions that came out as they were before: the earlier objects go on, with everything that was made of them. */
import type { IrFunction, IrModule } from "./ir.ts";
import { encodeIrFunction } from "./ir_binary.ts";
import { movedTo, originalOf } from "./moved.ts";

/** The same module, with functions of an earlier one where those are equal but for their places. */
export function reuseFunctions(module: IrModule, earlier: IrModule | null): IrModule {
  if (earlier === null) return module;
  const known = new Map(earlier.functions.map((fn) => [fn.id, fn]));
  const functions = module.functions.map((fn) => {
    const before = known.get(fn.id);
    if (before === undefined || !isEqual(fn, before)) return fn;
    return movedTo(before, fn.start);
  });
  return { ...module, functions };
}

/** Ids of the functions that are new or other than before. */
export function changedFunctions(module: IrModule, earlier: IrModule | null): string[] {
  const known = new Map(earlier?.functions.map((fn) => [fn.id, originalOf(fn)]));
  return module.functions.filter((fn) => known.get(fn.id) !== originalOf(fn)).map((fn) => fn.id);
}

function isEqual(fn: IrFunction, before: IrFunction): boolean {
  if (originalOf(fn) === originalOf(before)) return true;
  return Buffer.compare(encodeIrFunction(fn), encodeIrFunction(before)) === 0;
}
