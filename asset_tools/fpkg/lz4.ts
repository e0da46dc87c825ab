/**
 * LZ4 blocks: the one codec small enough to be written twice (here and in the C runtime) and fast enough to be
 * always worth its bytes. The encoder is greedy with one hash table, so equal input gives equal output.
 */
import { FpkgError } from "./fpkg_error.ts";

const HASH_BITS = 14;
const MIN_MATCH = 4;
/** The format ends every block with literals: the last 5 bytes, and no match starts in the last 12. */
const LAST_LITERALS = 5;
const MATCH_LIMIT = 12;

/** Compresses one block. */
export function compressLz4(src: Uint8Array): Uint8Array {
  const dst = new Uint8Array(src.length + Math.ceil(src.length / 255) + 16);
  const heads = new Int32Array(1 << HASH_BITS).fill(-1);
  let out = 0;
  let literals = 0;
  let at = 0;
  while (at < src.length - MATCH_LIMIT) {
    const word = wordAt(src, at);
    const slot = Math.imul(word, 2654435761) >>> (32 - HASH_BITS);
    const candidate = heads[slot] as number;
    heads[slot] = at;
    if (candidate < 0 || at - candidate > 65535 || wordAt(src, candidate) !== word) {
      at++;
      continue;
    }
    const length = matchLength(src, candidate, at);
    out = writeSequence(dst, out, src, literals, at, length);
    dst[out++] = (at - candidate) & 255;
    dst[out++] = (at - candidate) >>> 8;
    out = writeLength(dst, out, length - MIN_MATCH);
    at += length;
    literals = at;
  }
  out = writeSequence(dst, out, src, literals, src.length, MIN_MATCH);
  return dst.slice(0, out);
}

/** Decompresses one block of exactly `size` bytes; damaged input throws `FpkgError`. */
export function decompressLz4(src: Uint8Array, size: number): Uint8Array {
  const dst = new Uint8Array(size);
  let at = 0;
  let out = 0;
  while (at < src.length) {
    const token = src[at++] as number;
    let literals = token >>> 4;
    if (literals === 15) [literals, at] = readLength(src, at, literals);
    if (at + literals > src.length || out + literals > size) throw damaged();
    dst.set(src.subarray(at, at + literals), out);
    at += literals;
    out += literals;
    if (at === src.length) break;
    if (at + 2 > src.length) throw damaged();
    const distance = (src[at] as number) | ((src[at + 1] as number) << 8);
    at += 2;
    let length = token & 15;
    if (length === 15) [length, at] = readLength(src, at, length);
    length += MIN_MATCH;
    if (distance === 0 || distance > out || out + length > size) throw damaged();
    // Byte by byte: a match may overlap what it writes.
    for (const end = out + length; out < end; out++) dst[out] = dst[out - distance] as number;
  }
  if (out !== size) throw damaged();
  return dst;
}

function damaged(): FpkgError {
  return new FpkgError("FP1003", "LZ4 chunk is damaged");
}

function wordAt(src: Uint8Array, at: number): number {
  return (
    (src[at] as number) |
    ((src[at + 1] as number) << 8) |
    ((src[at + 2] as number) << 16) |
    ((src[at + 3] as number) << 24)
  );
}

function matchLength(src: Uint8Array, candidate: number, at: number): number {
  const limit = src.length - LAST_LITERALS - at;
  let length = MIN_MATCH;
  while (length < limit && src[candidate + length] === src[at + length]) length++;
  return length;
}

/** Token, literal length and literals; the match's own length bytes follow the distance. */
function writeSequence(
  dst: Uint8Array,
  start: number,
  src: Uint8Array,
  from: number,
  to: number,
  matchBytes: number,
): number {
  const count = to - from;
  let out = start;
  dst[out++] = (Math.min(count, 15) << 4) | Math.min(matchBytes - MIN_MATCH, 15);
  out = writeLength(dst, out, count);
  dst.set(src.subarray(from, to), out);
  return out + count;
}

function writeLength(dst: Uint8Array, start: number, length: number): number {
  if (length < 15) return start;
  let out = start;
  let rest = length - 15;
  for (; rest >= 255; rest -= 255) dst[out++] = 255;
  dst[out++] = rest;
  return out;
}

function readLength(src: Uint8Array, start: number, first: number): [number, number] {
  let length = first;
  let at = start;
  for (;;) {
    const byte = src[at++];
    if (byte === undefined) throw damaged();
    length += byte;
    if (byte !== 255) return [length, at];
  }
}
