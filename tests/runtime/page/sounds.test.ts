import test from "ava";
import { placeInSound } from "#runtime/audio/place_in_sound.ts";
import {
  CommandError,
  type CommandTarget,
  executeCommands,
  type SoundingVoice,
} from "#runtime/renderer/render_commands.ts";
import { soundsCommand } from "./sounds_command.ts";

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
  t.deepEqual(heard(soundsCommand(VOICES)), [VOICES]);
  t.deepEqual(heard(soundsCommand([])), [[]]);
});

test("a command that is cut off, or counts below nothing, names its word", (t) => {
  const words = soundsCommand(VOICES);
  t.throws(() => heard(words, words.length - 1), { instanceOf: CommandError, message: /cut off/ });
  words[1] = -1;
  t.throws(() => heard(words), { instanceOf: CommandError, message: /-1 voices/ });
});

test("a sound that started late is where it would be by then", (t) => {
  t.is(placeInSound(1.5, 4, null), 1.5);
  t.is(placeInSound(9, 4, null), 4);
  const whole = { start: 0, end: 4 };
  t.is(placeInSound(3, 4, whole), 3);
  t.is(placeInSound(9, 4, whole), 1);
});

test("what leads in to a loop is played once, and what follows it never", (t) => {
  const loop = { start: 1, end: 3 };
  t.is(placeInSound(0.5, 4, loop), 0.5);
  t.is(placeInSound(2.5, 4, loop), 2.5);
  t.is(placeInSound(3, 4, loop), 1);
  t.is(placeInSound(8.5, 4, loop), 2.5);
});
