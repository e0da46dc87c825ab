/** The PNG kernels of `assembly/`, instantiated once. */
/// <reference path="../wasm.d.ts" />
import wasm from "./png_kernels.wasm";

/** Kernels as `assembly/png_kernels.ts` documents them; places are byte offsets in `memory`. */
interface PngKernels {
  readonly memory: WebAssembly.Memory;
  readonly unfilter: (
    src: number,
    rowBytes: number,
    rows: number,
    pixelBytes: number,
    dst: number,
  ) => number;
  readonly spreadRgb: SpreadKernel;
  readonly spreadWideRgb: SpreadKernel;
  readonly swapWideRgba: SpreadKernel;
}

export type SpreadKernel = (src: number, pixels: number, dst: number) => void;

const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm));

export const pngKernels = exports as unknown as PngKernels;

/** The kernels' own data ends below this. */
export const FREE_MEMORY = 65536;

/** A view of the kernels' memory, valid until it grows. */
export function bytesAt(place: number, size: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(pngKernels.memory.buffer as ArrayBuffer, place, size);
}
