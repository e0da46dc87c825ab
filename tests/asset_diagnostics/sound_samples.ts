import { makeWav, samplerChunk } from "#tests/assets/make_wav.ts";
import { assetSample, type Sample, type Samples } from "./sample.ts";

/** A second of these samples again and again, in that many channels. */
function wav(pattern: readonly number[], channels = 1): Uint8Array {
  const samples = Array.from({ length: 8000 }, (_, at) => pattern[at % pattern.length] ?? 0);
  const all = Array.from({ length: channels }, () => samples);
  return makeWav(all, { bits: 16, sampleRate: 8000 });
}

const QUIET = [0, 0.5, 0, -0.5];
const sound = (content: Uint8Array | string, inside = ""): Sample =>
  assetSample("audio", "wind.wav", content, inside);

export const soundSamples: Samples = {
  AS5001: sound("not a sound"),
  AS5002: sound(wav(QUIET, 3)),
  AS5003: sound(wav(QUIET), '<loop start="4000" end="9000" />'),
  AS5004: sound(
    makeWav([[0, 0.5, 0, -0.5]], {
      bits: 16,
      sampleRate: 8000,
      after: [samplerChunk([[0, 2, 9]])],
    }),
  ),
  AS5005: sound(wav(QUIET), "<format>ogg</format>"),
  AS5006: sound(wav([1, 1, 1, 1, -1, -1, -1, -1])),
  AS5007: sound(wav([0.95, 0.95, -0.95, -0.95])),
};
