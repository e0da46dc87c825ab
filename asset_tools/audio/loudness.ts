/**
 * Integrated loudness as ITU-R BS.1770-4 defines it: K-weighting, blocks of 400 ms every 100 ms, two gates. The
 * recommendation gives the filters for 48 kHz only; for other rates they are made from the analogue prototypes that its
 * numbers come from (De Man, "Evaluation of Implementations of the EBU R128 Loudness Measurement", 2018).
 */
import { cosPi, log10, sinPi } from "./exact_math.ts";
import { frameCount, type Sound } from "./sound.ts";

/** What silence measures: the absolute gate. */
export const SILENCE_LUFS = -70;

/** 10^((-70 + 0.691) / 10), the absolute gate as power. */
const ABSOLUTE_GATE = 1.1724653045822964e-7;

/** 10 LU below. */
const RELATIVE_GATE = 0.1;

/** LUFS of the whole sound. One that is shorter than a block is measured as a whole, without gates. */
export function integratedLoudness(sound: Sound): number {
  const powers = blockPowers(sound);
  if (powers.length === 1) return loudnessOf(powers[0] as number);
  const loud = powers.filter((power) => power > ABSOLUTE_GATE);
  const gate = mean(loud) * RELATIVE_GATE;
  return loudnessOf(mean(loud.filter((power) => power > gate)));
}

function loudnessOf(power: number): number {
  return power <= ABSOLUTE_GATE ? SILENCE_LUFS : -0.691 + 10 * log10(power);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean square of each block, added up over the channels. */
function blockPowers(sound: Sound): number[] {
  const frames = frameCount(sound);
  const { sampleRate } = sound;
  const sums = sound.channels.map((channel) => runningSquares(channel, sampleRate));
  const power = (start: number, end: number): number =>
    sums.reduce((sum, s) => sum + (s[end] as number) - (s[start] as number), 0) / (end - start);
  const length = Math.round(sampleRate * 0.4);
  if (frames < length) return [power(0, frames)];
  const powers: number[] = [];
  for (let block = 0; ; block++) {
    const start = Math.round((block * sampleRate) / 10);
    if (start + length > frames) return powers;
    powers.push(power(start, start + length));
  }
}

interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** Sums of the squares of the weighted samples before each frame. */
function runningSquares(channel: Float32Array, sampleRate: number): Float64Array {
  const shelf = headFilter(sampleRate);
  const pass = lowCut(sampleRate);
  const sums = new Float64Array(channel.length + 1);
  let [s1, s2, p1, p2, sum] = [0, 0, 0, 0, 0];
  for (let frame = 0; frame < channel.length; frame++) {
    const x = channel[frame] as number;
    const y = shelf.b0 * x + s1;
    s1 = shelf.b1 * x - shelf.a1 * y + s2;
    s2 = shelf.b2 * x - shelf.a2 * y;
    const z = pass.b0 * y + p1;
    p1 = pass.b1 * y - pass.a1 * z + p2;
    p2 = pass.b2 * y - pass.a2 * z;
    sum += z * z;
    sums[frame + 1] = sum;
  }
  return sums;
}

const SHELF_HERTZ = 1681.974450955533;

/** Stage 1: 4 dB more above 1.7 kHz, for the head. A sound that has nothing so high is left as it is. */
export function headFilter(sampleRate: number): Biquad {
  // The prototype's transform is a stable filter only below half of the rate.
  if (sampleRate <= 2 * SHELF_HERTZ) return { b0: 1, b1: 0, b2: 0, a1: 0, a2: 0 };
  const k = tanPi(SHELF_HERTZ / sampleRate);
  const kq = k / 0.7071752369554196;
  const high = 1.584864701130855;
  const band = 1.258720930232562;
  const a0 = 1 + kq + k * k;
  return {
    b0: (high + band * kq + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - band * kq + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - kq + k * k) / a0,
  };
}

/** Stage 2: nothing of the lowest tones. */
export function lowCut(sampleRate: number): Biquad {
  const k = tanPi(38.13547087602444 / sampleRate);
  const kq = k / 0.5003270373238773;
  const a0 = 1 + kq + k * k;
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - kq + k * k) / a0 };
}

function tanPi(x: number): number {
  return sinPi(x) / cosPi(x);
}
