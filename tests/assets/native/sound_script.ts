/** Pictures with sounds, for sound_driver.c and for what its mix is compared with. */
import type { SoundingVoice } from "#runtime/renderer/render_commands.ts";
import { soundsCommand } from "#tests/runtime/page/sounds_command.ts";

/** Frames of the mix a second. */
export const MIX_RATE = 48000;

/** What is to be heard from a picture on, and frames of the mix until the next one. */
export interface Picture {
  readonly frames: number;
  readonly voices: readonly SoundingVoice[];
}

/** A script as the driver reads it. */
export function scriptBytes(pictures: readonly Picture[]): Uint8Array {
  const parts = pictures.flatMap(({ frames, voices }) => {
    const words = soundsCommand(voices);
    return [Int32Array.of(frames, words.length), words];
  });
  return Buffer.concat(parts.map((words) => new Uint8Array(words.buffer)));
}

/** A voice and the time that it is played, in pictures; what changes is a function of the pictures since its start. */
export interface Part {
  readonly sound: number;
  readonly from: number;
  readonly until: number;
  readonly loops?: boolean;
  /** Seconds that have been missed before. */
  readonly late?: number;
  readonly volume?: (picture: number) => number;
  readonly pitch?: (picture: number) => number;
}

/** Pictures of `frames` frames in which the parts are played. */
export function arrange(parts: readonly Part[], count: number, frames: number): Picture[] {
  const positions = parts.map(({ late = 0 }) => late);
  return Array.from({ length: count }, (_, picture) => {
    const voices = parts.flatMap((part, id) => {
      const since = picture - part.from;
      if (since < 0 || picture >= part.until) return [];
      const pitch = Math.fround(part.pitch?.(since) ?? 1);
      const volume = Math.fround(part.volume?.(since) ?? 1);
      positions[id] = (positions[id] as number) + (pitch * frames) / MIX_RATE;
      const position = Math.fround(positions[id] as number);
      return [{ id, sound: part.sound, loops: part.loops ?? false, position, volume, pitch }];
    });
    return { frames, voices };
  });
}
