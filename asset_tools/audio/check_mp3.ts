/**
 * Walks over the frames of an MP3 file without decoding them, so that the decoder gets nothing else: tags before and
 * after are left out, and a gap between frames is an error. Format: ISO/IEC 11172-3 and 13818-3, header of layer III.
 */
import { SoundError } from "./sound.ts";

export interface Mp3Info {
  readonly sampleRate: number;
  readonly channels: number;
  /** Decoded frames (samples a channel) at most. */
  readonly frames: number;
  /** First byte of the first frame. */
  readonly start: number;
  /** Byte after the last frame. */
  readonly end: number;
}

interface Header {
  readonly sampleRate: number;
  readonly channels: number;
  /** Bytes of the frame. */
  readonly size: number;
  /** Samples a channel that it decodes to. */
  readonly samples: number;
}

/** Kilobits a second by index, of MPEG 1 and of MPEG 2 and 2.5. */
const RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLE_RATES = [44100, 48000, 32000];

/** Throws `SoundError`. */
export function checkMp3(bytes: Uint8Array): Mp3Info {
  const start = afterTag(bytes);
  const first = readHeader(bytes, start);
  if (first === undefined) throw new SoundError(`has no MP3 frame at byte ${start}`);
  let at = start;
  let frames = 0;
  while (at < bytes.length) {
    const header = readHeader(bytes, at);
    if (header === undefined) break;
    if (at + header.size > bytes.length)
      throw new SoundError(`ends inside the frame at byte ${at}`);
    if (header.sampleRate !== first.sampleRate || header.channels !== first.channels) {
      throw new SoundError(`changes its sample rate or channels at byte ${at}`);
    }
    at += header.size;
    frames += header.samples;
  }
  if (!isTrailer(bytes.subarray(at))) throw new SoundError(`has no MP3 frame at byte ${at}`);
  const { sampleRate, channels } = first;
  return { sampleRate, channels, frames, start, end: at };
}

/** ID3v2 tags may stand before the sound; their sizes have seven bits a byte. */
function afterTag(bytes: Uint8Array): number {
  let at = 0;
  while (text(bytes, at, 3) === "ID3" && at + 10 <= bytes.length) {
    const sizes = [...bytes.subarray(at + 6, at + 10)];
    const hasFooter = ((bytes[at + 5] as number) & 16) !== 0;
    at += 10 + sizes.reduce((sum, byte) => sum * 128 + (byte & 127), 0) + (hasFooter ? 10 : 0);
  }
  if (at >= bytes.length) throw new SoundError("has nothing after its tags");
  return at;
}

/** Tags, or zeros, may stand behind it. */
function isTrailer(rest: Uint8Array): boolean {
  if (rest.length === 128 && text(rest, 0, 3) === "TAG") return true;
  return (
    text(rest, 0, 8) === "APETAGEX" || text(rest, 0, 3) === "ID3" || rest.every((b) => b === 0)
  );
}

function text(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function readHeader(bytes: Uint8Array, at: number): Header | undefined {
  if (at + 4 > bytes.length) return undefined;
  const [sync, version, rates, mode] = bytes.subarray(at, at + 4) as unknown as [
    number,
    number,
    number,
    number,
  ];
  if (sync !== 0xff || (version & 0xe0) !== 0xe0) return undefined;
  const mpeg = (version >> 3) & 3;
  const isLayer3 = ((version >> 1) & 3) === 1;
  const kilobits = (mpeg === 3 ? RATES_1 : RATES_2)[rates >> 4];
  const sampleRate = SAMPLE_RATES[(rates >> 2) & 3];
  if (mpeg === 1 || !isLayer3 || kilobits === undefined || sampleRate === undefined)
    return undefined;
  // A free rate (0) would have to be guessed from the next frame.
  if (kilobits === 0) return undefined;
  const divisor = mpeg === 3 ? 1 : mpeg === 2 ? 2 : 4;
  const samples = mpeg === 3 ? 1152 : 576;
  const padding = (rates >> 1) & 1;
  const size = Math.floor((samples * 125 * kilobits) / (sampleRate / divisor)) + padding;
  return { sampleRate: sampleRate / divisor, channels: mode >> 6 === 3 ? 1 : 2, size, samples };
}
