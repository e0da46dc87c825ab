/**
 * The registers of all frames: three banks with one numbering. A frame is a range of registers; a callee's frame begins
 * at its first argument in the caller's, so nothing is copied at a call.
 */
import { MAX_FRAME_SIZE } from "#compiler/bytecode/module.ts";
import type { Value } from "../object_model.ts";

/** Frames may begin below this register; the last one still fits. */
export const REGISTER_LIMIT = 1 << 18;

/** Calls that may be open at a time. */
export const FRAME_LIMIT = 1 << 16;

export interface Banks {
  readonly ints: Int32Array;
  readonly floats: Float64Array;
  readonly refs: Value[];
}

export function createBanks(): Banks {
  const size = REGISTER_LIMIT + MAX_FRAME_SIZE;
  return {
    ints: new Int32Array(size),
    floats: new Float64Array(size),
    refs: new Array<Value>(size).fill(null),
  };
}
