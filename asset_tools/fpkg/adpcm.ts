/**
 * IMA ADPCM in the blocks that WAV files have (format 17; IMA Digital Audio Focus Group, Recommended Practices 3.0):
 * four bits a sample. A block starts with each channel's first sample and step; then the channels take turns with eight
 * samples, low nibble first. Every block decodes alone.
 */
import { FpkgError } from "./fpkg_error.ts";

/** Step sizes; each is about a tenth more than the one before. */
export const ADPCM_STEPS: readonly number[] = [
  7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73,
  80, 88, 97, 107, 118, 130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494,
  544, 598, 658, 724, 796, 876, 963, 1060, 1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499,
  2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484, 7132, 7845, 8630, 9493, 10442, 11487,
  12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767,
];

/** How a nibble's size moves the step. */
const MOVES: readonly number[] = [-1, -1, -1, -1, 2, 4, 6, 8];

/** What a decoder remembers of a channel: the last sample, and the row of its step. */
export interface AdpcmState {
  readonly sample: number;
  readonly step: number;
}

/** Frames in a block of `blockSize` bytes. */
export function adpcmFrames(blockSize: number, channels: number): number {
  return Math.floor(blockSize / (4 * channels) - 1) * 8 + 1;
}

/** Bytes of `frames` frames; the last block is as long as the others. */
export function adpcmSize(frames: number, blockSize: number, channels: number): number {
  return Math.ceil(frames / adpcmFrames(blockSize, channels)) * blockSize;
}

/** The state after one nibble. */
export function stepAdpcm({ sample, step }: AdpcmState, nibble: number): AdpcmState {
  return {
    sample: sampleAfter(sample, step, nibble),
    step: Math.max(0, Math.min(88, step + (MOVES[nibble & 7] as number))),
  };
}

/** The next sample, which an encoder compares with the one that it wants. */
export function sampleAfter(sample: number, step: number, nibble: number): number {
  const size = ADPCM_STEPS[step] as number;
  let difference = size >> 3;
  if ((nibble & 4) !== 0) difference += size;
  if ((nibble & 2) !== 0) difference += size >> 1;
  if ((nibble & 1) !== 0) difference += size >> 2;
  const next = (nibble & 8) === 0 ? sample + difference : sample - difference;
  return Math.max(-32768, Math.min(32767, next));
}

/** Samples of each channel. Throws `FpkgError` for a block that starts with no step. */
export function decodeAdpcm(
  data: Uint8Array,
  frames: number,
  channels: number,
  blockSize: number,
): Int16Array[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const perBlock = adpcmFrames(blockSize, channels);
  const output = Array.from({ length: channels }, () => new Int16Array(frames));
  for (let block = 0, first = 0; first < frames; block++, first += perBlock) {
    const count = Math.min(perBlock, frames - first);
    for (const [channel, samples] of output.entries()) {
      const header = block * blockSize + channel * 4;
      const step = view.getUint8(header + 2);
      if (step > 88) throw new FpkgError("FP1004", `ADPCM block ${block} starts with step ${step}`);
      const words = block * blockSize + (channels + channel) * 4;
      let state: AdpcmState = { sample: view.getInt16(header, true), step };
      samples[first] = state.sample;
      for (let index = 0; index + 1 < count; index++) {
        const at = words + (index >> 3) * channels * 4 + ((index & 7) >> 1);
        const byte = view.getUint8(at);
        state = stepAdpcm(state, (index & 1) === 0 ? byte & 15 : byte >> 4);
        samples[first + index + 1] = state.sample;
      }
    }
  }
  return output;
}
