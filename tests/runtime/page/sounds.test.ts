import test from "ava";
import {
  CommandError,
  type CommandTarget,
  executeCommands,
  type SoundingVoice,
} from "#runtime/renderer/render_commands.ts";

/** The command `Sounds` with these voices. */
function commandOf(voices: readonly SoundingVoice[]): Int32Array {
  const words = new Int32Array(2 + voices.length * 6);
  const floats = new Float32Array(words.buffer);
  words.set([3, voices.length]);
  for (const [row, voice] of voices.entries()) {
    words.set([voice.id, voice.sound, voice.loops ? 1 : 0], 2 + row * 6);
    floats.set([voice.position, voice.volume, voice.pitch], 5 + row * 6);
  }
  return words;
}

function heard(words: Int32Array, count = words.length): (readonly SoundingVoice[])[] {
  const found: (readonly SoundingVoice[])[] = [];
  const target: CommandTarget = {
    beginFrame: () => {},
    draw: () => {},
    sounds: (voices) => void found.push(voices),
  };
  executeCommands(words, count, target);
  return found;
}

const VOICES: readonly SoundingVoice[] = [
  { id: 1, sound: 7, loops: true, position: 0.5, volume: 0.25, pitch: 2 },
  { id: 9, sound: 3, loops: false, position: 0, volume: 1, pitch: 1 },
];

test("voices come as they were written", (t) => {
  t.deepEqual(heard(commandOf(VOICES)), [VOICES]);
  t.deepEqual(heard(commandOf([])), [[]]);
});

test("a command that is cut off, or counts below nothing, names its word", (t) => {
  const words = commandOf(VOICES);
  t.throws(() => heard(words, words.length - 1), { instanceOf: CommandError, message: /cut off/ });
  words[1] = -1;
  t.throws(() => heard(words), { instanceOf: CommandError, message: /-1 voices/ });
});
