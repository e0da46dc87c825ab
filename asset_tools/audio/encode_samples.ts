/** Samples to the bytes of a blob: 16-bit PCM, and IMA ADPCM. */
import {
  ADPCM_STEPS,
  type AdpcmState,
  adpcmFrames,
  adpcmSize,
  sampleAfter,
  stepAdpcm,
} from "../fpkg/adpcm.ts";

/** Bytes of a block a channel: 1017 samples, as most encoders have it at 44.1 kHz. */
const BLOCK_BYTES = 512;

/** Samples tried as a block's first step is chosen. */
const TRIAL_SAMPLES = 24;

/** Nearest 16-bit integers; what lies beyond full scale is cut off. */
export function toInt16(channel: Float32Array): Int16Array {
  const samples = new Int16Array(channel.length);
  for (let frame = 0; frame < channel.length; frame++) {
    const sample = Math.round((channel[frame] as number) * 32768);
    samples[frame] = Math.max(-32768, Math.min(32767, sample));
  }
  return samples;
}

/** Little-endian, frame by frame. */
export function encodePcm16(channels: readonly Int16Array[]): Uint8Array {
  const [first] = channels;
  const bytes = new Uint8Array((first?.length ?? 0) * channels.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [channel, samples] of channels.entries()) {
    for (let frame = 0; frame < samples.length; frame++) {
      view.setInt16((frame * channels.length + channel) * 2, samples[frame] as number, true);
    }
  }
  return bytes;
}

/** ADPCM blocks; `blockSize` is part of what a decoder needs. */
export function encodeAdpcm(channels: readonly Int16Array[]): {
  readonly data: Uint8Array;
  readonly blockSize: number;
} {
  const count = channels.length;
  const frames = channels[0]?.length ?? 0;
  const blockSize = BLOCK_BYTES * count;
  const perBlock = adpcmFrames(blockSize, count);
  const data = new Uint8Array(adpcmSize(frames, blockSize, count));
  const view = new DataView(data.buffer);
  for (let block = 0, first = 0; first < frames; block++, first += perBlock) {
    for (const [channel, samples] of channels.entries()) {
      const part = samples.subarray(first, first + perBlock);
      const header = block * blockSize + channel * 4;
      let state: AdpcmState = { sample: part[0] as number, step: bestStep(part) };
      view.setInt16(header, state.sample, true);
      view.setUint8(header + 2, state.step);
      const words = block * blockSize + (count + channel) * 4;
      for (let index = 0; index + 1 < part.length; index++) {
        const nibble = bestNibble(state, part[index + 1] as number);
        state = stepAdpcm(state, nibble);
        const at = words + (index >> 3) * count * 4 + ((index & 7) >> 1);
        view.setUint8(at, view.getUint8(at) | ((index & 1) === 0 ? nibble : nibble << 4));
      }
    }
  }
  return { data, blockSize };
}

/** The nibble whose sample is nearest; the smaller of two that are as near. */
function bestNibble(state: AdpcmState, wanted: number): number {
  const sign = wanted < state.sample ? 8 : 0;
  let best = sign;
  let bestError = Number.POSITIVE_INFINITY;
  for (let size = 0; size < 8; size++) {
    const error = Math.abs(sampleAfter(state.sample, state.step, sign | size) - wanted);
    if (error < bestError) {
      best = sign | size;
      bestError = error;
    }
  }
  return best;
}

/** The first step that follows the block's beginning best. */
function bestStep(part: Int16Array): number {
  let best = 0;
  let bestError = Number.POSITIVE_INFINITY;
  for (let step = 0; step < ADPCM_STEPS.length; step++) {
    let state: AdpcmState = { sample: part[0] as number, step };
    let error = 0;
    for (let index = 1; index < Math.min(part.length, TRIAL_SAMPLES); index++) {
      const wanted = part[index] as number;
      state = stepAdpcm(state, bestNibble(state, wanted));
      error += (state.sample - wanted) ** 2;
    }
    if (error < bestError) {
      best = step;
      bestError = error;
    }
  }
  return best;
}
