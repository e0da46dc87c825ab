/** Sounds of every format, made without files. */
import { encodeAdpcm, encodePcm16, toInt16 } from "#asset_tools/audio/encode_samples.ts";
import { readOgg } from "#asset_tools/audio/read_ogg.ts";
import { encodeAudio } from "#asset_tools/fpkg/audio_blob.ts";
import { encodeOgg } from "#packages/art/encoders.ts";

export interface SoundShape {
  readonly sampleRate: number;
  readonly loop?: { readonly start: number; readonly end: number };
}

const MEASURED = { loudness: -20, samplePeak: 0.5, truePeak: 0.5 };

/** A tone that swells and fades `swells` times. */
export function tone(sampleRate: number, seconds: number, hertz: number, swells = 3): Float32Array {
  const frames = Math.round(sampleRate * seconds);
  return Float32Array.from({ length: frames }, (_, frame) => {
    const swell = 0.2 + 0.1 * Math.sin((2 * Math.PI * swells * frame) / frames);
    return swell * Math.sin((2 * Math.PI * hertz * frame) / sampleRate);
  });
}

export function pcmBlob(channels: readonly Float32Array[], shape: SoundShape): Uint8Array {
  const data = encodePcm16(channels.map(toInt16));
  return encodeAudio({ ...blobOf(channels, shape), format: "pcm16", blockSize: 0, data });
}

export function adpcmBlob(channels: readonly Float32Array[], shape: SoundShape): Uint8Array {
  const adpcm = encodeAdpcm(channels.map(toInt16));
  return encodeAudio({ ...blobOf(channels, shape), format: "adpcm", ...adpcm });
}

export async function oggBlob(
  channels: readonly Float32Array[],
  shape: SoundShape,
): Promise<Uint8Array> {
  const data = await encodeOgg(shape.sampleRate, channels, 6);
  const { frames } = readOgg(data);
  return encodeAudio({ ...blobOf(channels, shape), format: "ogg", frames, blockSize: 0, data });
}

function blobOf(channels: readonly Float32Array[], { sampleRate, loop = undefined }: SoundShape) {
  const frames = channels[0]?.length ?? 0;
  return { channels: channels.length, sampleRate, frames, loop: loop ?? null, ...MEASURED };
}
