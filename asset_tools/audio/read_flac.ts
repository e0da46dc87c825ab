/**
 * Reads FLAC of up to 24 bits, exactly: the checksums of every frame and the digest of all samples are compared. Format:
 * RFC 9639.
 */
import { createHash } from "node:crypto";
import { BitReader } from "./bit_reader.ts";
import { readSubframe } from "./flac_subframe.ts";
import { MAX_SAMPLES, type Sound, SoundError } from "./sound.ts";

/** The block STREAMINFO, with the place of the first frame. */
interface StreamInfo {
  readonly sampleRate: number;
  readonly channels: number;
  readonly bits: number;
  /** 0 where the encoder did not know. */
  readonly frames: number;
  /** MD5 of the samples; zeros where the encoder did not say. */
  readonly digest: string;
  readonly start: number;
}

/** How a frame's channels are made of what is stored. */
const LEFT_SIDE = 8;
const RIGHT_SIDE = 9;
const MID_SIDE = 10;

/** Widths of samples by code. */
const WIDTHS = [0, 8, 12, 0, 16, 20, 24, 32];

/** The sound in the file. Throws `SoundError`. */
export function readFlac(bytes: Uint8Array): Sound {
  const info = readInfo(bytes);
  const blocks: Int32Array[][] = [];
  let frames = 0;
  for (let at = info.start; at < bytes.length && !isTag(bytes, at); ) {
    const { samples, end } = readFrame(bytes, at, info);
    frames += samples[0]?.length ?? 0;
    if (frames * info.channels > MAX_SAMPLES) {
      throw new SoundError(`has ${frames} frames and more, more than a sound may have`);
    }
    blocks.push(samples);
    at = end;
  }
  if (frames === 0) throw new SoundError("has no samples");
  if (info.frames > 0 && frames !== info.frames) {
    throw new SoundError(`says ${info.frames} frames, but has ${frames}`);
  }
  checkDigest(blocks, info);
  const channels = Array.from({ length: info.channels }, (_, channel) => {
    const joined = new Float32Array(frames);
    let at = 0;
    for (const block of blocks) {
      for (const sample of block[channel] as Int32Array)
        joined[at++] = sample / 2 ** (info.bits - 1);
    }
    return joined;
  });
  return { sampleRate: info.sampleRate, channels, loop: null, notes: [] };
}

function readInfo(bytes: Uint8Array): StreamInfo {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 42 || view.getUint32(0) !== 0x664c6143) {
    throw new SoundError("does not start with `fLaC`", 0);
  }
  if ((view.getUint8(4) & 127) !== 0) throw new SoundError("does not start with STREAMINFO", 4);
  const reader = new BitReader(bytes, 18);
  const [sampleRate, channels, bits] = [reader.read(20), reader.read(3) + 1, reader.read(5) + 1];
  const frames = reader.read(4) * 2 ** 32 + reader.read(32);
  if (sampleRate < 1000) throw new SoundError(`has ${sampleRate} samples a second`, 18);
  if (bits > 24) throw new SoundError(`has samples of ${bits} bits, more than 24`, 20);
  if (frames * channels > MAX_SAMPLES) {
    throw new SoundError(`has ${frames} frames, more than a sound may have`);
  }
  const digest = Buffer.from(bytes.subarray(26, 42)).toString("hex");
  let at = 4;
  for (let isLast = false; !isLast; ) {
    if (at + 4 > bytes.length) throw new SoundError("ends inside its metadata", at);
    const header = view.getUint32(at);
    isLast = header >>> 31 === 1;
    at += 4 + (header & 0xffffff);
  }
  return { sampleRate, channels, bits, frames, digest, start: at };
}

/** ID3v1 is often put behind. */
function isTag(bytes: Uint8Array, at: number): boolean {
  return bytes.length - at === 128 && bytes[at] === 0x54 && bytes[at + 1] === 0x41;
}

function readFrame(bytes: Uint8Array, at: number, info: StreamInfo) {
  const reader = new BitReader(bytes, at);
  if (reader.read(15) !== 0x7ffc) throw new SoundError(`has no frame at byte ${at}`);
  reader.read(1);
  const [sizeCode, rateCode, layout, widthCode] = [4, 4, 4, 3].map((n) => reader.read(n)) as [
    number,
    number,
    number,
    number,
  ];
  reader.read(1);
  skipNumber(reader);
  const size = blockSize(sizeCode, reader);
  if (rateCode >= 12) reader.read(rateCode === 12 ? 8 : 16);
  const headerEnd = reader.byte;
  if (reader.read(8) !== crc(bytes.subarray(at, headerEnd), 8)) {
    throw new SoundError(`has a wrong checksum in the frame's header at byte ${at}`);
  }
  const channels = layout < 8 ? layout + 1 : 2;
  const bits = WIDTHS[widthCode] || info.bits;
  if (layout > MID_SIDE || channels !== info.channels || bits !== info.bits || size === 0) {
    throw new SoundError(`has a frame of another form at byte ${at}`);
  }
  const samples = Array.from({ length: channels }, (_, channel) => {
    const isSide = channel === (layout === RIGHT_SIDE ? 0 : 1) && layout >= LEFT_SIDE;
    return readSubframe(reader, size, isSide ? bits + 1 : bits);
  });
  joinStereo(samples, layout);
  reader.align();
  const end = reader.byte;
  if (reader.read(16) !== crc(bytes.subarray(at, end), 16)) {
    throw new SoundError(`has a wrong checksum in the frame at byte ${at}`);
  }
  if (!samples.every((channel) => fits(channel, bits)))
    throw new SoundError(`has samples of more than ${bits} bits in the frame at byte ${at}`);
  return { samples, end: end + 2 };
}

/** Whether all are signed numbers of so many bits; predictions and differences may lead out of them. */
function fits(samples: Int32Array, bits: number): boolean {
  const shift = 32 - bits;
  return samples.every((sample) => (sample << shift) >> shift === sample);
}

/** The frame's or first sample's number, coded as UTF-8 codes characters. */
function skipNumber(reader: BitReader): void {
  const first = reader.read(8);
  for (let mask = 0x40; first >= 0x80 && (first & mask) !== 0; mask >>= 1) reader.read(8);
}

function blockSize(code: number, reader: BitReader): number {
  if (code === 1) return 192;
  if (code >= 2 && code <= 5) return 144 << code;
  if (code === 6) return reader.read(8) + 1;
  if (code === 7) return reader.read(16) + 1;
  return code >= 8 ? 1 << code : 0;
}

/** Left and right from one of them, or their middle, and the difference. */
function joinStereo(samples: readonly Int32Array[], layout: number): void {
  if (layout < LEFT_SIDE) return;
  const [first, second] = samples as [Int32Array, Int32Array];
  for (let at = 0; at < first.length; at++) {
    const [a, b] = [first[at] as number, second[at] as number];
    if (layout === LEFT_SIDE) second[at] = a - b;
    else if (layout === RIGHT_SIDE) first[at] = a + b;
    else {
      const sum = (a << 1) | (b & 1);
      first[at] = (sum + b) >> 1;
      second[at] = (sum - b) >> 1;
    }
  }
}

function checkDigest(blocks: readonly Int32Array[][], info: StreamInfo): void {
  if (/^0+$/.test(info.digest)) return;
  const width = Math.ceil(info.bits / 8);
  const hash = createHash("md5");
  for (const block of blocks) {
    const count = block.length;
    const bytes = Buffer.alloc((block[0]?.length ?? 0) * count * width);
    for (const [channel, samples] of block.entries()) {
      for (let frame = 0; frame < samples.length; frame++) {
        bytes.writeIntLE(samples[frame] as number, (frame * count + channel) * width, width);
      }
    }
    hash.update(bytes);
  }
  if (hash.digest("hex") !== info.digest) {
    throw new SoundError("decodes to other samples than its encoder had");
  }
}

/** Checksums: most significant bit first, no inversions. */
function crc(bytes: Uint8Array, width: 8 | 16): number {
  const table = width === 8 ? CRC_8 : CRC_16;
  let value = 0;
  for (const byte of bytes) {
    const index = ((value >> (width - 8)) ^ byte) & 255;
    value = ((value << 8) ^ (table[index] as number)) & (2 ** width - 1);
  }
  return value;
}

const CRC_8 = crcTable(8, 0x07);
const CRC_16 = crcTable(16, 0x8005);

function crcTable(width: 8 | 16, polynomial: number): Uint16Array {
  const top = 1 << (width - 1);
  return Uint16Array.from({ length: 256 }, (_, byte) => {
    let value = byte << (width - 8);
    for (let bit = 0; bit < 8; bit++) value = (value << 1) ^ ((value & top) === 0 ? 0 : polynomial);
    return value & (2 ** width - 1);
  });
}
