/** A sound as it is while it is compiled. */
import { FileProblem } from "../document/file_problem.ts";

/** Frames from `start` up to, and without, `end`. */
export interface SoundLoop {
  readonly start: number;
  readonly end: number;
}

export interface Sound {
  /** Frames a second. */
  readonly sampleRate: number;
  /** One array a channel, all of one length; full scale is -1 to 1. Integers of up to 24 bits are exact. */
  readonly channels: readonly Float32Array[];
  /** The first loop that the file itself names. */
  readonly loop: SoundLoop | null;
  /** What the reader passed over. */
  readonly notes: readonly string[];
}

/** Most samples of all channels together: 23 minutes of stereo at 48 kHz. */
export const MAX_SAMPLES = 1 << 27;

/** Thrown for a file that cannot be read. */
export class SoundError extends FileProblem {}

/** Frames of a sound. */
export function frameCount(sound: Sound): number {
  return sound.channels[0]?.length ?? 0;
}

/** All channels in one: their mean. */
export function toMono(sound: Sound): Sound {
  const { channels } = sound;
  if (channels.length === 1) return sound;
  const mono = new Float32Array(frameCount(sound));
  for (let frame = 0; frame < mono.length; frame++) {
    let sum = 0;
    for (const channel of channels) sum += channel[frame] as number;
    mono[frame] = sum / channels.length;
  }
  return { ...sound, channels: [mono] };
}
