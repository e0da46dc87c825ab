/** The texture kernels of `assembly/`, instantiated once, and memory for them. */
/// <reference path="./wasm.d.ts" />
import { growTo, reservePlaces } from "../wasm/kernel_memory.ts";
import { linearOfSrgb, srgbOfLinear } from "./srgb_tables.ts";
import wasm from "./texture_kernels.wasm";

/** Kernels as `assembly/texture_kernels.ts` documents them; places are byte offsets in `memory`. */
interface Kernels {
  readonly memory: WebAssembly.Memory;
  readonly addSimilarities: (
    above: number,
    below: number,
    windows: number,
    texels: number,
    sums: number,
  ) => void;
  /** Where the kernels' own data ends. */
  readonly dataEnd: () => number;
  readonly encodeAstc4x4: ImageKernel;
  readonly encodeAstcFast: ImageKernel;
  readonly encodeAstcFine: ImageKernel;
  readonly encodeBc1: ImageKernel;
  readonly encodeBc1Fine: ImageKernel;
  readonly encodeBc3: ImageKernel;
  readonly encodeBc3Fine: ImageKernel;
  readonly encodeBc4: ImageKernel;
  readonly encodeBc4Fine: ImageKernel;
  readonly encodeBc5: ImageKernel;
  readonly encodeBc5Fine: ImageKernel;
  readonly encodeBc7Fast: ImageKernel;
  readonly encodeBc7Fine: ImageKernel;
  readonly encodeEacR: ImageKernel;
  readonly encodeEacRFine: ImageKernel;
  readonly encodeEacRg: ImageKernel;
  readonly encodeEacRgFine: ImageKernel;
  readonly encodeEtc2: ImageKernel;
  readonly encodeEtc2Alpha: ImageKernel;
  readonly encodeEtc2AlphaFine: ImageKernel;
  readonly encodeEtc2Fine: ImageKernel;
  readonly halve: ImageKernel;
  readonly halveWeighted: ImageKernel;
  readonly hideClear: (source: number, shown: number, texels: number) => void;
  readonly narrowColor: (src: number, texels: number, table: number, dst: number) => void;
  readonly narrowHalf: (src: number, count: number, dst: number) => void;
  readonly narrowPlain: (src: number, texels: number, dst: number) => void;
  /** Tells the ASTC kernels of any size the size of a block. */
  readonly prepareAstc: (width: number, height: number) => void;
  readonly renormalise: (texels: number, count: number) => void;
  readonly squaredErrors: (a: number, b: number, texels: number, dst: number) => void;
  readonly sumCell: (a: number, b: number, stride: number, dst: number) => void;
  readonly sumCells: (a: number, b: number, stride: number, cells: number, dst: number) => void;
  readonly widenColor: (src: number, texels: number, table: number, dst: number) => void;
  readonly widenPlain: (src: number, texels: number, dst: number) => void;
}

export type ImageKernel = (src: number, width: number, height: number, dst: number) => void;

const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm));

export const kernels = exports as unknown as Kernels;

/** `linearOfSrgb` as kernels read it. */
export const LINEAR_OF_SRGB = Math.ceil(kernels.dataEnd() / 16) * 16;

/** `srgbOfLinear` as kernels read it. */
export const SRGB_OF_LINEAR = LINEAR_OF_SRGB + linearOfSrgb.byteLength;

const FREE_MEMORY = SRGB_OF_LINEAR + srgbOfLinear.byteLength;

growTo(kernels.memory, FREE_MEMORY);
bytesAt(LINEAR_OF_SRGB, linearOfSrgb.byteLength).set(new Uint8Array(linearOfSrgb.buffer));
bytesAt(SRGB_OF_LINEAR, srgbOfLinear.byteLength).set(srgbOfLinear);

/** Places of so many bytes each, 16-aligned; the next call gives them away again. */
export function reserve<Sizes extends readonly number[]>(
  ...sizes: Sizes
): { readonly [Index in keyof Sizes]: number } {
  return reservePlaces(kernels.memory, FREE_MEMORY, sizes);
}

/** A view of the kernels' memory, valid until it grows. */
export function bytesAt(place: number, size: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(kernels.memory.buffer as ArrayBuffer, place, size);
}
