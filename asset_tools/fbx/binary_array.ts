/** Arrays of numbers in a binary FBX file: plain, or deflated as a whole. */
import { inflateSync } from "node:zlib";
import type { NumberArray } from "./fbx_node.ts";
import { fail } from "./fbx_problem.ts";

/** Deflate makes no byte out of less than this fraction of one, so a longer claim is a lie. */
const MAX_RATIO = 1032;
/** All arrays of a file together. */
const MAX_BYTES = 2 ** 30;

/** Bytes an element of the arrays has, by type letter. */
export const elementSizes: Readonly<Record<string, number>> = {
  f: 4,
  d: 8,
  l: 8,
  i: 4,
  b: 1,
  c: 1,
};

/** Where an array lies and how it is packed. */
export interface PackedArray {
  readonly type: string;
  readonly count: number;
  readonly isDeflated: boolean;
  readonly packed: Uint8Array;
  /** Of the array's head in the file, for messages. */
  readonly at: number;
}

/** Unpacks the arrays of one file and keeps account of what they take. */
export class ArrayDecoder {
  readonly #isBigEndian: boolean;
  #bytes = 0;

  constructor(isBigEndian: boolean) {
    this.#isBigEndian = isBigEndian;
  }

  decode(array: PackedArray): NumberArray {
    const { type, count, at } = array;
    const size = count * (elementSizes[type] as number);
    this.#bytes += size;
    if (this.#bytes > MAX_BYTES) {
      fail("AS2603", at, { problem: `its arrays take more than ${MAX_BYTES} bytes` });
    }
    const bytes = array.isDeflated ? inflate(array, size) : array.packed;
    if (bytes.length !== size) {
      fail("AS2603", at, { problem: `an array has ${bytes.length} bytes, expected ${size}` });
    }
    return this.#numbers(type, count, bytes);
  }

  #numbers(type: string, count: number, bytes: Uint8Array): NumberArray {
    const width = elementSizes[type] as number;
    if (width === 1) return bytes;
    // A copy, because typed arrays need alignment.
    const aligned = new Uint8Array(bytes);
    if (this.#isBigEndian) {
      for (let start = 0; start < aligned.length; start += width)
        aligned.subarray(start, start + width).reverse();
    }
    switch (type) {
      case "f":
        return new Float32Array(aligned.buffer, 0, count);
      case "d":
        return new Float64Array(aligned.buffer, 0, count);
      case "i":
        return new Int32Array(aligned.buffer, 0, count);
      default:
        return Float64Array.from(new BigInt64Array(aligned.buffer, 0, count), Number);
    }
  }
}

function inflate({ packed, at }: PackedArray, size: number): Uint8Array {
  if (size > packed.length * MAX_RATIO) {
    fail("AS2603", at, { problem: `${packed.length} bytes cannot unpack to ${size}` });
  }
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    return fail("AS2603", at, { problem: "an array cannot be unpacked" });
  }
}
