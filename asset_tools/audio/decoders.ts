/**
 * MP3 and Ogg Vorbis by their WebAssembly decoders; the only module that knows them. Their headers are read here
 * first, so that what makes no sense is said with its place, and too much is refused before anything is decoded.
 */
import { OggVorbisDecoder } from "@wasm-audio-decoders/ogg-vorbis";
import { MPEGDecoder } from "mpg123-decoder";
import { checkMp3 } from "./check_mp3.ts";
import type { OggInfo } from "./read_ogg.ts";
import { MAX_SAMPLES, type Sound, SoundError } from "./sound.ts";

interface Decoded {
  readonly channelData: readonly Float32Array[];
  readonly samplesDecoded: number;
  readonly errors: readonly { readonly message: string }[];
}

/** MP3 without the silence that its encoder says it has added. Throws `SoundError`. */
export async function decodeMp3(bytes: Uint8Array): Promise<Sound> {
  const info = checkMp3(bytes);
  checkCount(info.frames, 2);
  const decoder = new MPEGDecoder();
  const decoded = await run(decoder, () => decoder.decode(bytes.subarray(info.start, info.end)));
  return soundOf(decoded, info.sampleRate, info.channels);
}

/** The samples of an Ogg Vorbis file, whose pages have been checked. Throws `SoundError`. */
export async function decodeVorbis(bytes: Uint8Array, info: OggInfo): Promise<Sound> {
  checkCount(info.frames, info.channels);
  const decoder = new OggVorbisDecoder();
  const decoded = await run(decoder, () => decoder.decodeFile(bytes));
  if (decoded.samplesDecoded !== info.frames) {
    throw new SoundError(
      `says ${info.frames} frames, but ${decoded.samplesDecoded} can be decoded`,
    );
  }
  return { ...soundOf(decoded, info.sampleRate, info.channels), loop: info.loop };
}

/** One decoder a file: nothing of one is left for the next. */
async function run(
  decoder: { readonly ready: Promise<void>; free(): void },
  decode: () => Decoded | Promise<Decoded>,
): Promise<Decoded> {
  await decoder.ready;
  let decoded: Decoded;
  try {
    decoded = await decode();
  } catch (error) {
    // What a decoder throws is its own trouble with the bytes; it has no type.
    throw new SoundError(`cannot be decoded: ${(error as Error).message.split("\n")[0]}`);
  }
  const [problem] = decoded.errors;
  if (problem !== undefined) throw new SoundError(`cannot be decoded: ${problem.message.trim()}`);
  decoder.free();
  return decoded;
}

function soundOf(decoded: Decoded, sampleRate: number, channels: number): Sound {
  if (decoded.samplesDecoded === 0) throw new SoundError("has no samples");
  return {
    sampleRate,
    channels: decoded.channelData.slice(0, channels),
    loop: null,
    notes: [],
  };
}

function checkCount(frames: number, channels: number): void {
  if (frames * channels > MAX_SAMPLES) {
    throw new SoundError(`has ${frames} frames, more than a sound may have`);
  }
}
