/** Binary FBX files: a head with the version, then records that say where they end. */
import { ArrayDecoder, elementSizes } from "./binary_array.ts";
import type { FbxNode, FbxValue } from "./fbx_node.ts";
import { fail } from "./fbx_problem.ts";

const MAGIC = "Kaydara FBX Binary  ";
/** Magic, byte order, version. */
const HEAD_SIZE = 27;
/** Real files have about ten levels. */
const MAX_DEPTH = 64;

const texts = new TextDecoder();

/** Whether these are the first bytes of a binary FBX file. */
export function isBinaryFbx(bytes: Uint8Array): boolean {
  return texts.decode(bytes.subarray(0, MAGIC.length)) === MAGIC;
}

/** Version that the head of a binary file states. */
export function binaryVersion(bytes: Uint8Array): number {
  if (bytes.length < HEAD_SIZE) fail("AS2603", bytes.length, { problem: "it ends in its head" });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(HEAD_SIZE - 4, !isBigEndian(bytes));
}

/** Top records of a binary file. */
export function readBinaryFbx(bytes: Uint8Array, version: number): FbxNode[] {
  return new RecordReader(bytes, version >= 7500, isBigEndian(bytes)).records();
}

function isBigEndian(bytes: Uint8Array): boolean {
  return bytes[HEAD_SIZE - 5] === 1;
}

class RecordReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #isWide: boolean;
  readonly #isLittle: boolean;
  readonly #arrays: ArrayDecoder;
  #at = HEAD_SIZE;

  constructor(bytes: Uint8Array, isWide: boolean, isBigEndian: boolean) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#isWide = isWide;
    this.#isLittle = !isBigEndian;
    this.#arrays = new ArrayDecoder(isBigEndian);
  }

  /** The top records; an empty one ends them, and a footer follows that nobody needs. */
  records(): FbxNode[] {
    const nodes: FbxNode[] = [];
    while (this.#at < this.#bytes.length) {
      const node = this.#record(this.#bytes.length, 0);
      if (node === undefined) break;
      nodes.push(node);
    }
    return nodes;
  }

  /** A record that ends at `limit` or before; undefined for the empty one that closes a list. */
  #record(limit: number, depth: number): FbxNode | undefined {
    const at = this.#at;
    const end = this.#offset(limit);
    const count = this.#offset(limit);
    const valuesSize = this.#offset(limit);
    const nameLength = this.#byte(limit);
    if (end === 0) return undefined;
    if (end > limit || end < this.#at) {
      fail("AS2603", at, { problem: `a record ends at ${end}, outside ${at} to ${limit}` });
    }
    if (depth > MAX_DEPTH) fail("AS2603", at, { problem: "records are nested too deep" });
    const name = texts.decode(this.#take(nameLength, end));
    const valuesEnd = this.#at + valuesSize;
    if (valuesEnd > end) fail("AS2603", at, { problem: `\`${name}\` is shorter than its values` });
    const values = this.#values(count, valuesEnd);
    this.#at = valuesEnd;
    const children: FbxNode[] = [];
    while (this.#at < end) {
      const child = this.#record(end, depth + 1);
      if (child === undefined) break;
      children.push(child);
    }
    this.#at = end;
    return { name, values, children, at };
  }

  #values(count: number, end: number): FbxValue[] {
    // Every value has at least a type and a byte.
    if (count * 2 > end - this.#at) {
      fail("AS2603", this.#at, { problem: `${count} values in ${end - this.#at} bytes` });
    }
    const values: FbxValue[] = [];
    for (let index = 0; index < count; index++) values.push(this.#value(end));
    return values;
  }

  #value(end: number): FbxValue {
    const at = this.#at;
    const type = String.fromCharCode(this.#byte(end));
    switch (type) {
      case "C":
      case "B":
        return this.#byte(end);
      case "Z":
        return (this.#byte(end) << 24) >> 24;
      case "Y":
        return this.#view.getInt16(this.#skip(2, end), this.#isLittle);
      case "I":
        return this.#view.getInt32(this.#skip(4, end), this.#isLittle);
      case "F":
        return this.#view.getFloat32(this.#skip(4, end), this.#isLittle);
      case "D":
        return this.#view.getFloat64(this.#skip(8, end), this.#isLittle);
      case "L":
        return shorten(this.#view.getBigInt64(this.#skip(8, end), this.#isLittle));
      case "S":
        return texts.decode(this.#take(this.#count(end), end));
      case "R":
        return this.#take(this.#count(end), end);
      default:
        if (elementSizes[type] === undefined) {
          const found = JSON.stringify(type);
          fail("AS2603", at, { problem: `a value has the unknown type ${found}` });
        }
        return this.#array(type, at, end);
    }
  }

  #array(type: string, at: number, end: number): FbxValue {
    const count = this.#count(end);
    const encoding = this.#count(end);
    const packed = this.#take(this.#count(end), end);
    if (encoding > 1)
      fail("AS2603", at, { problem: `an array has the unknown packing ${encoding}` });
    const isDeflated = encoding === 1;
    // What a plain array says about its packed size is not always filled in.
    if (isDeflated || packed.length > 0 || count === 0) {
      return this.#arrays.decode({ type, count, isDeflated, packed, at });
    }
    const size = count * (elementSizes[type] as number);
    return this.#arrays.decode({ type, count, isDeflated, packed: this.#take(size, end), at });
  }

  #offset(limit: number): number {
    if (!this.#isWide) return this.#count(limit);
    const value = this.#view.getBigUint64(this.#skip(8, limit), this.#isLittle);
    return Number(value);
  }

  #count(end: number): number {
    return this.#view.getUint32(this.#skip(4, end), this.#isLittle);
  }

  #byte(end: number): number {
    return this.#view.getUint8(this.#skip(1, end));
  }

  #take(length: number, end: number): Uint8Array {
    const start = this.#skip(length, end);
    return this.#bytes.subarray(start, start + length);
  }

  /** Moves on by `length` and gives where it was. */
  #skip(length: number, end: number): number {
    const at = this.#at;
    if (length > end - at) {
      fail("AS2603", at, { problem: `${length} bytes are needed here, ${end - at} are left` });
    }
    this.#at = at + length;
    return at;
  }
}

function shorten(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
