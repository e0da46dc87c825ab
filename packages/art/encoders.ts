/**
 * Ogg Vorbis and MP3 with Xiph's and LAME's own encoders in WebAssembly, which ask the machine for neither time nor chance: the
 * bytes follow from the samples.
 */
import { createMp3Encoder, createOggEncoder } from "wasm-media-encoders";

/** What an encoder in WebAssembly answers; each part is its own memory until the next call. */
interface Encoder {
  encode(channels: readonly Float32Array[]): Uint8Array;
  finalize(): Uint8Array;
}

/** Frames given at once, which bounds the encoder's memory. */
const PORTION = 65536;

/** An Ogg file with one Vorbis stream; `quality` is Vorbis' own, from -1 to 10. */
export async function encodeOgg(
  sampleRate: number,
  channels: readonly Float32Array[],
  quality: number,
): Promise<Uint8Array> {
  const encoder = await createOggEncoder();
  const count = countOf(channels);
  encoder.configure({ sampleRate, channels: count, vbrQuality: quality, oggSerialNo: 1 });
  return encodeAll(encoder, channels);
}

/** An MP3 file of layer III at a constant rate of `bitrate` thousand bits a second. */
export async function encodeMp3(
  sampleRate: 44100,
  channels: readonly Float32Array[],
  bitrate: 64 | 96 | 128,
): Promise<Uint8Array> {
  const encoder = await createMp3Encoder();
  encoder.configure({ sampleRate, channels: countOf(channels), bitrate });
  return encodeAll(encoder, channels);
}

function countOf(channels: readonly Float32Array[]): 1 | 2 {
  return channels.length === 1 ? 1 : 2;
}

function encodeAll(encoder: Encoder, channels: readonly Float32Array[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const frames = channels[0]?.length ?? 0;
  for (let first = 0; first < frames; first += PORTION) {
    const portion = channels.map((channel) => channel.subarray(first, first + PORTION));
    parts.push(encoder.encode(portion).slice());
  }
  parts.push(encoder.finalize().slice());
  return Buffer.concat(parts);
}
