/** One channel of a FLAC frame: a prediction from the samples before, and what it was wrong by. */
import type { BitReader } from "./bit_reader.ts";
import { SoundError } from "./sound.ts";

/** Predictors that need no coefficients of their own, by order. */
const FIXED = [[], [1], [2, -1], [3, -3, 1], [4, -6, 4, -1]];

/** `size` samples of `bits` bits. */
export function readSubframe(reader: BitReader, size: number, bits: number): Int32Array {
  if (reader.read(1) !== 0) throw new SoundError(`has a damaged frame at byte ${reader.byte}`);
  const type = reader.read(6);
  const wasted = reader.read(1) === 0 ? 0 : reader.readUnary() + 1;
  if (wasted >= bits) throw new SoundError(`has a damaged frame at byte ${reader.byte}`);
  const samples = readSamples(reader, type, new Int32Array(size), bits - wasted);
  if (wasted > 0) for (let at = 0; at < size; at++) samples[at] = (samples[at] as number) << wasted;
  return samples;
}

function readSamples(
  reader: BitReader,
  type: number,
  samples: Int32Array,
  bits: number,
): Int32Array {
  if (type === 0) return samples.fill(reader.readSigned(bits));
  if (type === 1) return samples.map(() => reader.readSigned(bits));
  if (type >= 8 && type <= 12) return readPredicted(reader, samples, bits, type - 8, false);
  if (type >= 32) return readPredicted(reader, samples, bits, type - 31, true);
  throw new SoundError(`has a frame of an unknown kind at byte ${reader.byte}`);
}

function readPredicted(
  reader: BitReader,
  samples: Int32Array,
  bits: number,
  order: number,
  hasCoefficients: boolean,
): Int32Array {
  if (order > samples.length) throw new SoundError(`has a damaged frame at byte ${reader.byte}`);
  for (let at = 0; at < order; at++) samples[at] = reader.readSigned(bits);
  let coefficients = FIXED[order] as readonly number[];
  let divisor = 1;
  if (hasCoefficients) {
    const precision = reader.read(4) + 1;
    const shift = reader.readSigned(5);
    if (precision === 16 || shift < 0) {
      throw new SoundError(`has a damaged frame at byte ${reader.byte}`);
    }
    divisor = 2 ** shift;
    coefficients = Array.from({ length: order }, () => reader.readSigned(precision));
  }
  readResidual(reader, samples, order);
  for (let at = order; at < samples.length; at++) {
    // Below 2^46, so exact; the division rounds down as a shift does.
    let sum = 0;
    for (let tap = 0; tap < order; tap++) {
      sum += (coefficients[tap] as number) * (samples[at - 1 - tap] as number);
    }
    samples[at] = (samples[at] as number) + Math.floor(sum / divisor);
  }
  return samples;
}

/** Rice codes in partitions, each with a parameter of its own; the first lacks the samples that are known already. */
function readResidual(reader: BitReader, samples: Int32Array, order: number): void {
  const method = reader.read(2);
  const partitions = 1 << reader.read(4);
  const length = samples.length / partitions;
  if (method > 1 || !Number.isInteger(length) || length < order) {
    throw new SoundError(`has a damaged frame at byte ${reader.byte}`);
  }
  const width = method === 0 ? 4 : 5;
  const rawMark = 2 ** width - 1;
  for (let partition = 0, at = order; partition < partitions; partition++) {
    const end = (partition + 1) * length;
    const parameter = reader.read(width);
    const raw = parameter === rawMark ? reader.read(5) : 0;
    for (; at < end; at++) {
      if (parameter === rawMark) {
        samples[at] = reader.readSigned(raw);
        continue;
      }
      const folded = reader.readUnary() * 2 ** parameter + reader.read(parameter);
      samples[at] = folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
    }
  }
}
