/** The mesh kernels of `assembly/`, instantiated once, and memory for them. */
/// <reference path="../texture/wasm.d.ts" />
import { reservePlaces } from "../wasm/kernel_memory.ts";
import wasm from "./mesh_kernels.wasm";

/** Kernels as `assembly/` documents them; places are byte offsets in `memory`. */
interface Kernels {
  readonly memory: WebAssembly.Memory;
  /** A surface is the place of its record. */
  readonly chooseCells: (surface: number) => number;
  readonly countTriangles: (surface: number, cells: number) => number;
  readonly fillCells: (surface: number) => void;
  readonly largestDistance: (
    from: number,
    to: number,
    start: number,
    limit: number,
    heads: number,
    sides: number,
  ) => number;
  readonly scanObj: (cursor: number, end: number) => number;
}

const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm));

export const kernels = exports as unknown as Kernels;

/** The kernels' own data ends below this. */
const FREE_MEMORY = 65536;

/** Places of so many bytes each, 16-aligned; the next call gives them away again. */
export function reserve<Sizes extends readonly number[]>(
  ...sizes: Sizes
): { readonly [Index in keyof Sizes]: number } {
  return reservePlaces(kernels.memory, FREE_MEMORY, sizes);
}

/** Places as of `reserve` from a place on, and the place behind them: a later call may go on from there. */
export function reserveFrom<Sizes extends readonly number[]>(
  start = FREE_MEMORY,
  ...sizes: Sizes
): readonly [places: { readonly [Index in keyof Sizes]: number }, end: number] {
  const all: readonly number[] = [...sizes, 0];
  const places = reservePlaces(kernels.memory, start, all);
  return [places as never, places.at(-1) as number];
}

/** The kernels' memory, valid until it grows. */
export function kernelMemory(): ArrayBuffer {
  return kernels.memory.buffer as ArrayBuffer;
}
