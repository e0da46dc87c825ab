/**
 * Decodes vertices of meshoptimizer's vertex codec, version 1, as the glTF extension KHR_meshopt_compression describes
 * "attributes": blocks of vertices, in each a plane a byte of the vertex, in each plane groups of 16 zigzag deltas.
 */
import { FpkgError } from "./fpkg_error.ts";

/** First byte of an encoded stream: 0xa and the version. */
const HEADER = 0xa1;

const BLOCK_BYTES = 8192;
const MAX_BLOCK = 256;
const GROUP = 16;

/** The last bytes hold the vertex before the first and the channels' kinds; short ones are preceded by padding. */
const MIN_TAIL = 24;

/** Bits a delta in each kind of group, for planes of kind 0 and 1. */
const GROUP_BITS = [
  [0, 1, 2, 4],
  [1, 2, 4, 8],
] as const;

/** `count` vertices of `stride` bytes, a multiple of 4 up to 256. Throws `FpkgError` for bytes that are none of the codec's. */
export function decodeMeshoptVertices(
  source: Uint8Array,
  count: number,
  stride: number,
): Uint8Array<ArrayBuffer> {
  const tailSize = stride + stride / 4;
  const end = source.length - Math.max(tailSize, MIN_TAIL);
  if (end < 1 || source[0] !== HEADER) throw damaged();
  const tail = source.subarray(source.length - tailSize);
  const channels = tail.subarray(stride);
  const last = Uint8Array.from(tail.subarray(0, stride));
  const target = new Uint8Array(count * stride);
  const planes = new Uint8Array(MAX_BLOCK * stride);
  const blockSize = Math.min(Math.floor(BLOCK_BYTES / stride) & ~(GROUP - 1), MAX_BLOCK);
  let at = 1;
  for (let first = 0; first < count; first += blockSize) {
    const size = Math.min(blockSize, count - first);
    at = readPlanes(source, at, end, stride, size, planes);
    for (let channel = 0; channel < stride; channel += 4) {
      const kind = channels[channel / 4] as number;
      applyChannel(kind, planes, channel, last, target, first * stride, stride, size);
    }
  }
  if (at !== end) throw damaged();
  return target;
}

/** Fills the planes of a block, `MAX_BLOCK` bytes each; gives the place behind it. */
function readPlanes(
  source: Uint8Array,
  start: number,
  end: number,
  stride: number,
  size: number,
  planes: Uint8Array,
): number {
  let at = start + stride / 4;
  for (let byte = 0; byte < stride; byte++) {
    if (at > end) throw damaged();
    const kind = ((source[start + (byte >> 2)] as number) >> ((byte & 3) * 2)) & 3;
    const plane = byte * MAX_BLOCK;
    if (kind === 2) planes.fill(0, plane, plane + size);
    else if (kind === 3) {
      if (at + size > end) throw damaged();
      planes.set(source.subarray(at, at + size), plane);
      at += size;
    } else at = readGroups(source, at, end, GROUP_BITS[kind as 0 | 1], size, planes, plane);
  }
  return at;
}

function readGroups(
  source: Uint8Array,
  start: number,
  end: number,
  groupBits: readonly number[],
  size: number,
  planes: Uint8Array,
  plane: number,
): number {
  const groups = Math.ceil(size / GROUP);
  let at = start + Math.ceil(groups / 4);
  for (let group = 0; group < groups; group++) {
    const header = source[start + (group >> 2)] as number;
    const bits = groupBits[(header >> ((group & 3) * 2)) & 3] as number;
    const to = plane + group * GROUP;
    if (bits === 0) {
      planes.fill(0, to, to + GROUP);
      continue;
    }
    if (at + bits * 2 > end) throw damaged();
    if (bits === 8) {
      planes.set(source.subarray(at, at + GROUP), to);
      at += GROUP;
    } else at = readSmall(source, at, bits, planes, to);
    if (at > end) throw damaged();
  }
  return at;
}

/** 16 deltas of 1, 2 or 4 bits; all ones stand for a byte that follows the group. */
function readSmall(
  source: Uint8Array,
  start: number,
  bits: number,
  planes: Uint8Array,
  to: number,
): number {
  const ones = (1 << bits) - 1;
  const perByte = 8 / bits;
  let at = start + bits * 2;
  for (let delta = 0; delta < GROUP; delta++) {
    const byte = source[start + Math.floor(delta / perByte)] as number;
    const inByte = delta % perByte;
    // Single bits lie from the lowest on, the others from the highest.
    const shift = bits === 1 ? inByte : 8 - bits - inByte * bits;
    const value = (byte >> shift) & ones;
    planes[to + delta] = value === ones ? (source[at++] as number) : value;
  }
  return at;
}

/** Adds the deltas of four bytes of each vertex of a block to those of the vertex before. */
function applyChannel(
  kind: number,
  planes: Uint8Array,
  channel: number,
  last: Uint8Array,
  target: Uint8Array,
  start: number,
  stride: number,
  size: number,
): void {
  const plane = channel * MAX_BLOCK;
  if ((kind & 3) === 0) {
    for (let byte = 0; byte < 4; byte++) {
      let value = last[channel + byte] as number;
      let to = start + channel + byte;
      for (let at = plane + byte * MAX_BLOCK, end = at + size; at < end; at++, to += stride) {
        const delta = planes[at] as number;
        value = (value + ((delta >> 1) ^ -(delta & 1))) & 255;
        target[to] = value;
      }
      last[channel + byte] = value;
    }
  } else if ((kind & 3) === 1) {
    for (let byte = 0; byte < 4; byte += 2) {
      let value = (last[channel + byte] as number) | ((last[channel + byte + 1] as number) << 8);
      let to = start + channel + byte;
      for (let at = plane + byte * MAX_BLOCK, end = at + size; at < end; at++, to += stride) {
        const delta = (planes[at] as number) | ((planes[at + MAX_BLOCK] as number) << 8);
        value = (value + ((delta >> 1) ^ -(delta & 1))) & 65535;
        target[to] = value;
        target[to + 1] = value >> 8;
      }
      last[channel + byte] = value;
      last[channel + byte + 1] = value >> 8;
    }
  } else if ((kind & 3) === 2) {
    applyXor(kind >> 4, planes, channel, last, target, start, stride, size);
  } else throw damaged();
}

/** 32 bits of which some differ from those of the vertex before, rotated so that the low ones of the delta are busy. */
function applyXor(
  rotation: number,
  planes: Uint8Array,
  channel: number,
  last: Uint8Array,
  target: Uint8Array,
  start: number,
  stride: number,
  size: number,
): void {
  const plane = channel * MAX_BLOCK;
  const view = new DataView(target.buffer, target.byteOffset);
  const lastView = new DataView(last.buffer);
  let value = lastView.getUint32(channel, true);
  for (let vertex = 0; vertex < size; vertex++) {
    const at = plane + vertex;
    const delta =
      (planes[at] as number) |
      ((planes[at + MAX_BLOCK] as number) << 8) |
      ((planes[at + 2 * MAX_BLOCK] as number) << 16) |
      ((planes[at + 3 * MAX_BLOCK] as number) << 24);
    value ^= rotation === 0 ? delta : (delta >>> rotation) | (delta << (32 - rotation));
    view.setUint32(start + vertex * stride + channel, value, true);
  }
  lastView.setUint32(channel, value, true);
}

function damaged(): FpkgError {
  return new FpkgError("FP1002", "Vertices are not what the vertex codec writes");
}
