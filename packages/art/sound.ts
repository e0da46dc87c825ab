/** Sounds computed sample by sample. */
import { noise, smoothNoise } from "./picture.ts";

/** A 16-bit mono WAV file of `frames` frames; `sample` gives -1 to 1. */
export function drawWav(
  sampleRate: number,
  frames: number,
  sample: (frame: number) => number,
): Uint8Array {
  const bytes = Buffer.alloc(44 + frames * 2);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + frames * 2, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(sampleRate, 24);
  bytes.writeUInt32LE(sampleRate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(frames * 2, 40);
  for (let frame = 0; frame < frames; frame++) {
    bytes.writeInt16LE(Math.round(sample(frame) * 32767), 44 + frame * 2);
  }
  return bytes;
}

/**
 * Wind over grass, as numbers of 16 bits: noise through two low-pass filters, in gusts. From `loopStart` on it can be repeated:
 * towards its end it goes over into what is before there.
 */
export function breeze(frames: number, loopStart: number): Int32Array {
  const wind = new Float64Array(frames);
  let [low, lower] = [0, 0];
  for (let frame = 0; frame < frames; frame++) {
    low += ((noise(frame, 0, 40) + noise(frame, 1, 40) - 255) / 255 - low) * 0.12;
    lower += (low - lower) * 0.2;
    const gust = smoothNoise(frame, 0, 8000, 64000, 41) / 255;
    wind[frame] = lower * (0.35 + 0.65 * gust);
  }
  return Int32Array.from(wind, (value, frame) => {
    const share = Math.max(0, (frame - (frames - loopStart)) / loopStart);
    const before = share === 0 ? 0 : (wind[frame - (frames - loopStart)] as number);
    return Math.round((value * (1 - share) + before * share) * 60000);
  });
}

/** Frames a second of the chirp. */
export const CHIRP_RATE = 44100;

/** Two short notes, the second a fifth higher, as a machine says yes; samples from -1 to 1. */
export function chirp(): Float32Array {
  const [low, high, apart] = [880, 1320, 0.11];
  return Float32Array.from({ length: 0.4 * CHIRP_RATE }, (_, frame) => {
    const seconds = frame / CHIRP_RATE;
    const [hertz, since] = seconds < apart ? [low, seconds] : [high, seconds - apart];
    const fade = Math.max(0, 1 - since / 0.26);
    const loudness = 0.4 * Math.min(1, since * 300) * fade * fade;
    const wave = Math.sin(2 * Math.PI * hertz * since);
    return Math.round(loudness * wave * 32767) / 32768;
  });
}
