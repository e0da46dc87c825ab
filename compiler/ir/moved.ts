/** Functions that differ only by where they start share whatever is made of their code. */
import type { IrFunction } from "./ir.ts";

const originals = new WeakMap<IrFunction, IrFunction>();

/** The function at another place of its file. */
export function movedTo(fn: IrFunction, start: number): IrFunction {
  if (fn.start === start) return fn;
  const moved = { ...fn, start };
  originals.set(moved, originalOf(fn));
  return moved;
}

/** The function that this one is a moved copy of, or itself: what results that do not depend on places are kept by. */
export function originalOf(fn: IrFunction): IrFunction {
  return originals.get(fn) ?? fn;
}
