/** Reads the command words that a game writes for one picture; the format is docs/render_commands.md. */

/** Floats of the uniform blocks that travel in the stream. */
export const FRAME_FLOATS = 36;
export const OBJECT_FLOATS = 36;

const BEGIN_FRAME = 1;
const DRAW = 2;
const SOUNDS = 3;
const VOICE_WORDS = 6;

/** A sound to be heard, as the game says it. */
export interface SoundingVoice {
  /** Never given twice. */
  readonly id: number;
  /** Handle of the sound. */
  readonly sound: number;
  readonly loops: boolean;
  /** Seconds of the sound that have been played. */
  readonly position: number;
  readonly volume: number;
  readonly pitch: number;
}

/** Does what the commands ask. Float arrays are views of the stream, valid during the call. */
export interface CommandTarget {
  beginFrame(clearColor: Float32Array, frame: Float32Array): void;
  draw(mesh: number, material: number, object: Float32Array): void;
  /** All that is to be heard; what is not among it falls silent. */
  sounds(voices: readonly SoundingVoice[]): void;
}

/** The stream is malformed; `message` names the word's position. */
export class CommandError extends Error {}

/** Executes `count` words of the buffer, which are read as integers and as floats. */
export function executeCommands(words: Int32Array, count: number, target: CommandTarget): void {
  const floats = new Float32Array(words.buffer, words.byteOffset, words.length);
  let at = 0;
  const take = (length: number): number => {
    const start = at;
    at += length;
    if (at > count) throw new CommandError(`Command at word ${start} is cut off`);
    return start;
  };
  const takeFloats = (length: number): Float32Array => {
    const start = take(length);
    return floats.subarray(start, start + length);
  };
  while (at < count) {
    const command = words[take(1)];
    if (command === BEGIN_FRAME) {
      target.beginFrame(takeFloats(4), takeFloats(FRAME_FLOATS));
    } else if (command === DRAW) {
      const [mesh, material] = words.subarray(take(2), at) as unknown as [number, number];
      target.draw(mesh, material, takeFloats(OBJECT_FLOATS));
    } else if (command === SOUNDS) {
      const voices = words[take(1)] as number;
      if (voices < 0) throw new CommandError(`Command at word ${at - 2} has ${voices} voices`);
      const start = take(voices * VOICE_WORDS);
      target.sounds(
        Array.from({ length: voices }, (_, row) => readVoice(words, floats, start, row)),
      );
    } else {
      throw new CommandError(`Unknown command ${command} at word ${at - 1}`);
    }
  }
}

function readVoice(
  words: Int32Array,
  floats: Float32Array,
  start: number,
  row: number,
): SoundingVoice {
  const at = start + row * VOICE_WORDS;
  const [id, sound, loops] = words.subarray(at, at + 3) as unknown as [number, number, number];
  const [position, volume, pitch] = floats.subarray(at + 3, at + VOICE_WORDS) as unknown as [
    number,
    number,
    number,
  ];
  return { id, sound, loops: loops !== 0, position, volume, pitch };
}
