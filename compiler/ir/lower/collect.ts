/** Lowers a piece by itself: what else it needs is collected beside it, whatever the library has already. */
import type { IrFunction } from "../ir.ts";
import type { Lowering, ModuleContext } from "./function_builder.ts";

export interface Collected<Result> {
  readonly result: Result;
  /** Closures, wrappers and bridges, in the order they were needed. */
  readonly functions: readonly IrFunction[];
}

export function collect<Result>(
  lowering: Lowering,
  lower: (module: ModuleContext) => Result,
): Collected<Result> {
  const functions = new Map<string, IrFunction>();
  const result = lower({
    lowering,
    addFunction: (fn) => functions.set(fn.id, fn),
    hasFunction: (id) => functions.has(id),
  });
  return { result, functions: [...functions.values()] };
}
