/**
 * The registers of all frames: three banks with one numbering. A frame is a range of registers; a callee's frame begins
 * at its first argument in the caller's, so nothing is copied at a call.
 */
import { MAX_FRAME_SIZE } from "#compiler/bytecode/module.ts";
import type { Value } from "../object_model.ts";

/** Frames may begin below this register; the last one still fits. */
export const REGISTER_LIMIT = 1 << 18;

export interface Banks {
  readonly ints: Int32Array;
  readonly floats: Float64Array;
  readonly refs: Value[];
}

/** The typed banks cost nothing until they are used; the refs, which have to be filled, wait for `fillBanks`. */
export function createBanks(): Banks {
  const size = REGISTER_LIMIT + MAX_FRAME_SIZE;
  return { ints: new Int32Array(size), floats: new Float64Array(size), refs: [] };
}

/** Makes the banks ready for interpreted code; a program that has none does without. */
export function fillBanks({ refs }: Banks): void {
  if (refs.length > 0) return;
  refs.length = REGISTER_LIMIT + MAX_FRAME_SIZE;
  refs.fill(null);
}
