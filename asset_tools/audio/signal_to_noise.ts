import { log10 } from "./exact_math.ts";

/** Decibels between a signal and what another differs from it, over all channels; infinite for equal ones. */
export function signalToNoise(
  wanted: readonly ArrayLike<number>[],
  found: readonly ArrayLike<number>[],
): number {
  let signal = 0;
  let noise = 0;
  for (const [channel, samples] of wanted.entries()) {
    const others = found[channel] as ArrayLike<number>;
    for (let frame = 0; frame < samples.length; frame++) {
      const sample = samples[frame] as number;
      signal += sample * sample;
      noise += (sample - (others[frame] as number)) ** 2;
    }
  }
  if (noise === 0) return Number.POSITIVE_INFINITY;
  return signal === 0 ? Number.NEGATIVE_INFINITY : 10 * log10(signal / noise);
}
