/** The samples of an audio blob, for players. */
import { decodeAdpcm } from "./adpcm.ts";
import type { Audio } from "./audio_blob.ts";

/** Samples of each channel; null for Ogg, which has a decoder of its own. Throws `FpkgError` for damaged ADPCM. */
export function audioSamples(audio: Audio): Int16Array[] | null {
  const { data, frames, channels } = audio;
  if (audio.format === "ogg") return null;
  if (audio.format === "adpcm") return decodeAdpcm(data, frames, channels, audio.blockSize);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return Array.from({ length: channels }, (_, channel) =>
    Int16Array.from({ length: frames }, (_, frame) =>
      view.getInt16((frame * channels + channel) * 2, true),
    ),
  );
}
