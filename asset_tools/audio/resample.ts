/**
 * Another sample rate: a windowed sinc as polyphase filter. Kaiser's window (Kaiser and Schafer 1980) of 64 zero
 * crossings a side keeps what must not fold below -96 dB and all below 0.9 of the lower Nyquist frequency.
 */
import { besselI0, sinPi } from "./exact_math.ts";
import { frameCount, type Sound } from "./sound.ts";

export interface FilterShape {
  /** Zero crossings of the sinc on each side. */
  readonly crossings: number;
  /** Kaiser's beta: 9.62 is -96 dB. */
  readonly beta: number;
  /** Where the filter is halfway down, as a part of the lower Nyquist frequency. */
  readonly cutoff: number;
}

const RESAMPLING: FilterShape = { crossings: 64, beta: 9.62, cutoff: 0.951 };

/** Ratios with more phases than this take the weights between two neighbours. */
const MOST_PHASES = 1024;

/** Weights of one phase for `width` input samples. */
export interface PhaseTable {
  readonly phases: number;
  /** Inputs that an output is made of; the first is `width / 2 - 1` before the input it stands behind. */
  readonly width: number;
  /** `phases + 1` rows, so that the last has a neighbour. */
  readonly weights: Float64Array;
}

/** Filter for outputs that stand k / `phases` behind an input; `scale` is below 1 when the rate sinks. */
export function phaseTable(phases: number, scale: number, shape: FilterShape): PhaseTable {
  const reach = shape.crossings / scale;
  const width = 2 * Math.ceil(reach);
  const bandwidth = scale * shape.cutoff;
  const top = besselI0(shape.beta);
  const weights = new Float64Array((phases + 1) * width);
  for (let phase = 0; phase <= phases; phase++) {
    const row = weights.subarray(phase * width, (phase + 1) * width);
    let sum = 0;
    for (let tap = 0; tap < width; tap++) {
      const distance = tap - (width / 2 - 1) - phase / phases;
      const edge = distance / reach;
      const inside = 1 - edge * edge;
      const window = inside < 0 ? 0 : besselI0(shape.beta * Math.sqrt(inside)) / top;
      const x = distance * bandwidth;
      const weight = window * (x === 0 ? 1 : sinPi(x) / (Math.PI * x));
      row[tap] = weight;
      sum += weight;
    }
    // A constant stays as it is in every phase.
    for (let tap = 0; tap < width; tap++) row[tap] = (row[tap] as number) / sum;
  }
  return { phases, width, weights };
}

/** The sound at `sampleRate`; loop points move to the nearest frames. */
export function resample(sound: Sound, sampleRate: number): Sound {
  if (sound.sampleRate === sampleRate) return sound;
  const divisor = greatestCommonDivisor(sound.sampleRate, sampleRate);
  const up = sampleRate / divisor;
  const down = sound.sampleRate / divisor;
  const frames = Math.max(1, Math.round((frameCount(sound) * up) / down));
  const table = phaseTable(Math.min(up, MOST_PHASES), Math.min(1, up / down), RESAMPLING);
  const channels = sound.channels.map((channel) => filter(channel, frames, up, down, table));
  const place = (frame: number): number => Math.min(frames, Math.round((frame * up) / down));
  const loop = sound.loop && { start: place(sound.loop.start), end: place(sound.loop.end) };
  return { ...sound, sampleRate, channels, loop: loop && loop.start < loop.end ? loop : null };
}

function filter(
  input: Float32Array,
  frames: number,
  up: number,
  down: number,
  table: PhaseTable,
): Float32Array {
  const output = new Float32Array(frames);
  for (let frame = 0; frame < frames; frame++) {
    const position = frame * down;
    const base = Math.floor(position / up);
    const between = ((position - base * up) * table.phases) / up;
    const phase = Math.floor(between);
    const share = between - phase;
    const first = base - (table.width / 2 - 1);
    let value = convolve(input, first, table, phase);
    if (share > 0) value += share * (convolve(input, first, table, phase + 1) - value);
    output[frame] = value;
  }
  return output;
}

/** Sum of the inputs from `first` on, weighted by one phase; there is silence around the sound. */
function convolve(
  input: Float32Array,
  first: number,
  { width, weights }: PhaseTable,
  phase: number,
): number {
  const from = Math.max(0, -first);
  const to = Math.min(width, input.length - first);
  let sum = 0;
  let at = phase * width + from;
  for (let tap = from; tap < to; tap++) {
    sum += (input[first + tap] as number) * (weights[at++] as number);
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
