import type { SoundingVoice } from "#runtime/renderer/render_commands.ts";

/** The words of the command `Sounds`, docs/render_commands.md. */
export function soundsCommand(voices: readonly SoundingVoice[]): Int32Array {
  const words = new Int32Array(2 + voices.length * 6);
  const floats = new Float32Array(words.buffer);
  words.set([3, voices.length]);
  for (const [row, voice] of voices.entries()) {
    words.set([voice.id, voice.sound, voice.loops ? 1 : 0], 2 + row * 6);
    floats.set([voice.position, voice.volume, voice.pitch], 5 + row * 6);
  }
  return words;
}
