/** Writes the checksums of damaged files anew. */
import { crc32 } from "node:zlib";

/** PNG: of every chunk that is whole. */
export function repairPng(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length) return;
    view.setUint32(end, crc32(bytes.subarray(at + 4, end)));
    at = end + 4;
  }
}

/** Ogg: of every page that is whole; RFC 3533, section 6. */
export function repairOgg(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 27 <= bytes.length; ) {
    const body = at + 27 + (bytes[at + 26] as number);
    const size = bytes.subarray(at + 27, body).reduce((sum, lace) => sum + lace, 0);
    if (body + size > bytes.length) return;
    view.setUint32(at + 22, 0);
    view.setUint32(at + 22, remainder(bytes.subarray(at, body + size), 32, 0x04c11db7), true);
    at = body + size;
  }
}

/** FLAC: of the frames of `valid`, which damage may not have moved; RFC 9639, section 9. */
export function repairFlacLike(valid: Uint8Array): (bytes: Uint8Array) => void {
  const frames = framesOf(valid);
  return (bytes) => {
    for (const { start, header, end } of frames) {
      if (end > bytes.length) return;
      bytes[header] = remainder(bytes.subarray(start, header), 8, 0x07);
      const sum = remainder(bytes.subarray(start, end - 2), 16, 0x8005);
      bytes[end - 2] = sum >> 8;
      bytes[end - 1] = sum & 255;
    }
  };
}

interface Frame {
  readonly start: number;
  /** Place of the header's checksum. */
  readonly header: number;
  /** After the frame's own. */
  readonly end: number;
}

/** Frames are found by their sync code and by checksums that fit. */
function framesOf(valid: Uint8Array): Frame[] {
  const isSync = (at: number): boolean => valid[at] === 0xff && (valid[at + 1] ?? 0) >> 1 === 0x7c;
  const syncs = [...valid.keys()].filter(isSync);
  const frames: Frame[] = [];
  for (let start = syncs[0] ?? valid.length; start < valid.length; ) {
    const ends = [...syncs.filter((at) => at > start + 6), valid.length];
    const end = ends.find((at) => remainder(valid.subarray(start, at), 16, 0x8005) === 0);
    const header = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14].find(
      (size) => remainder(valid.subarray(start, start + size + 1), 8, 0x07) === 0,
    );
    if (end === undefined || header === undefined) return frames;
    frames.push({ start, header: start + header, end });
    start = end;
  }
  return frames;
}

/** A cyclic redundancy check, most significant bit first, that begins with 0. */
function remainder(bytes: Uint8Array, width: 8 | 16 | 32, polynomial: number): number {
  const mask = width === 32 ? 0xffffffff : (1 << width) - 1;
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << (width - 8);
    for (let bit = 0; bit < 8; bit++) {
      const isSet = (sum >>> (width - 1)) & 1;
      sum = (sum << 1) & mask;
      if (isSet) sum ^= polynomial;
    }
  }
  return sum >>> 0;
}
