/** Reads the command words that a game writes for one picture; the format is docs/render_commands.md. */

/** Floats of the uniform blocks that travel in the stream. */
export const FRAME_FLOATS = 36;
export const OBJECT_FLOATS = 32;

const BEGIN_FRAME = 1;
const DRAW = 2;

/** Does what the commands ask. Float arrays are views of the stream, valid during the call. */
export interface CommandTarget {
  beginFrame(clearColor: Float32Array, frame: Float32Array): void;
  draw(mesh: number, material: number, object: Float32Array): void;
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
    } else {
      throw new CommandError(`Unknown command ${command} at word ${at - 1}`);
    }
  }
}
