/** An audio blob as a WAV file that any player opens. */
import { decodeVorbis } from "../audio/decoders.ts";
import { toInt16 } from "../audio/encode_samples.ts";
import { readOgg } from "../audio/read_ogg.ts";
import { SoundError } from "../audio/sound.ts";
import { writeWav } from "../audio/write_wav.ts";
import { decodeAudio } from "../fpkg/audio_blob.ts";
import { audioSamples } from "../fpkg/audio_samples.ts";
import { FpkgError } from "../fpkg/fpkg_error.ts";

/** 16-bit WAV with the blob's loop. Throws `FpkgError` for a damaged blob, and for damaged Ogg inside. */
export async function audioToWav(blob: Uint8Array): Promise<Uint8Array> {
  const audio = decodeAudio(blob);
  const samples = audioSamples(audio) ?? (await vorbisSamples(audio.data));
  return writeWav(samples, audio.sampleRate, audio.loop);
}

async function vorbisSamples(ogg: Uint8Array): Promise<Int16Array[]> {
  try {
    const sound = await decodeVorbis(ogg, readOgg(ogg));
    return sound.channels.map(toInt16);
  } catch (error) {
    if (!(error instanceof SoundError)) throw error;
    throw new FpkgError("FP1002", `The Ogg file inside cannot be decoded: ${error.message}`);
  }
}
