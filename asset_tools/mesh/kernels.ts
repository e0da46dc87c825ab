/** The mesh kernels of `assembly/`, instantiated once, and memory for them. */
/// <reference path="../texture/wasm.d.ts" />
import wasm from "./mesh_kernels.wasm";

/** Kernels as `assembly/` documents them; places are byte offsets in `memory`. */
interface Kernels {
  readonly memory: WebAssembly.Memory;
  readonly scanObj: (cursor: number, end: number) => number;
}

const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm));

export const kernels = exports as unknown as Kernels;

const PAGE = 65536;

/** The kernels' own data ends below this. */
const FREE_MEMORY = PAGE;

/** Places of so many bytes each, 16-aligned; the next call gives them away again. */
export function reserve<Sizes extends readonly number[]>(
  ...sizes: Sizes
): { readonly [Index in keyof Sizes]: number } {
  let end = FREE_MEMORY;
  const places = sizes.map((size) => {
    const place = end;
    end += Math.ceil(size / 16) * 16;
    return place;
  });
  const missing = end - kernels.memory.buffer.byteLength;
  if (missing > 0) kernels.memory.grow(Math.ceil(missing / PAGE));
  return places as { readonly [Index in keyof Sizes]: number };
}

/** The kernels' memory, valid until it grows. */
export function kernelMemory(): ArrayBuffer {
  return kernels.memory.buffer as ArrayBuffer;
}
