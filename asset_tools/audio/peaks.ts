/** How near a sound comes to full scale, and whether it has been cut off there. */
import { phaseTable } from "./resample.ts";
import { frameCount, type Sound } from "./sound.ts";

/** Four times the rate finds peaks between samples to some tenths of a decibel (ITU-R BS.1770-4, annex 2). */
const OVERSAMPLING = 4;
const FILTER = { crossings: 12, beta: 6.5, cutoff: 0.97 };

/** Equal samples at full scale that are no coincidence. */
const FLAT_SAMPLES = 3;

/** 16 bits reach this; what lies above was at full scale. */
const FULL_SCALE = 32767 / 32768;

export interface Peaks {
  /** Largest absolute sample. */
  readonly sample: number;
  /** Largest value between samples too. */
  readonly between: number;
}

export function measurePeaks(sound: Sound): Peaks {
  let sample = 0;
  let between = 0;
  for (const channel of sound.channels) {
    for (let frame = 0; frame < channel.length; frame++) {
      sample = Math.max(sample, Math.abs(channel[frame] as number));
    }
    between = Math.max(between, peakBetween(channel));
  }
  return { sample, between: Math.max(sample, between) };
}

/** All three phases at once: their inputs are the same. */
function peakBetween(channel: Float32Array): number {
  const { width, weights } = phaseTable(OVERSAMPLING, 1, FILTER);
  const [first, second, third] = [1, 2, 3].map((phase) =>
    weights.subarray(phase * width, (phase + 1) * width),
  ) as [Float64Array, Float64Array, Float64Array];
  // There is silence around the sound.
  const input = new Float32Array(channel.length + width);
  input.set(channel, width / 2 - 1);
  let peak = 0;
  for (let frame = 0; frame < channel.length; frame++) {
    let [a, b, c] = [0, 0, 0];
    for (let tap = 0; tap < width; tap++) {
      const value = input[frame + tap] as number;
      a += value * (first[tap] as number);
      b += value * (second[tap] as number);
      c += value * (third[tap] as number);
    }
    peak = Math.max(peak, Math.abs(a), Math.abs(b), Math.abs(c));
  }
  return peak;
}

export interface Clipping {
  /** Runs of samples at full scale. */
  readonly count: number;
  /** Frame where the first begins. */
  readonly first: number;
}

/** Where the sound has been cut off; null where nowhere. */
export function findClipping(sound: Sound): Clipping | null {
  let count = 0;
  let first = frameCount(sound);
  for (const channel of sound.channels) {
    for (let frame = 0; frame < channel.length; ) {
      const value = channel[frame] as number;
      let end = frame + 1;
      if (Math.abs(value) >= FULL_SCALE) {
        while (end < channel.length && isCutOff(value, channel[end] as number)) end++;
        if (end - frame >= FLAT_SAMPLES) {
          count++;
          first = Math.min(first, frame);
        }
      }
      frame = end;
    }
  }
  return count === 0 ? null : { count, first };
}

/** Beyond full scale on the same side, as `value` is. */
function isCutOff(value: number, next: number): boolean {
  return Math.abs(next) >= FULL_SCALE && next < 0 === value < 0;
}
