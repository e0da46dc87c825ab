/** Audio blobs: samples ready to play, or an Ogg file for the player's own decoder, with what is known of the sound. */
import { adpcmFrames, adpcmSize } from "./adpcm.ts";
import { BlobReader, type BlobSource, codeName } from "./blob_reader.ts";
import { BlobWriter } from "./blob_writer.ts";
import { AudioFormat, type AudioFormatName, AudioHeader } from "./format/audio.ts";
import { FpkgError } from "./fpkg_error.ts";

/** A compiled sound. */
export interface Audio {
  readonly format: AudioFormatName;
  readonly channels: number;
  /** Frames a second. */
  readonly sampleRate: number;
  readonly frames: number;
  /** Frames from `start` up to, and without, `end`. */
  readonly loop: { readonly start: number; readonly end: number } | null;
  /** Integrated loudness, LUFS; -70 for silence. */
  readonly loudness: number;
  /** Largest absolute sample; 1 is full scale. */
  readonly samplePeak: number;
  /** The same with what lies between samples. */
  readonly truePeak: number;
  /** Bytes of an ADPCM block, 0 for other formats. */
  readonly blockSize: number;
  /** Interleaved 16-bit samples, ADPCM blocks, or an Ogg Vorbis file. */
  readonly data: Uint8Array;
}

/** Serialises a sound. */
export function encodeAudio(audio: Audio): Uint8Array<ArrayBuffer> {
  const writer = new BlobWriter(AudioHeader);
  return writer.finish("AUDI", {
    format: AudioFormat[audio.format],
    channels: audio.channels,
    sampleRate: audio.sampleRate,
    frames: audio.frames,
    loopStart: audio.loop?.start ?? 0,
    loopEnd: audio.loop?.end ?? 0,
    loudness: audio.loudness,
    samplePeak: audio.samplePeak,
    truePeak: audio.truePeak,
    blockSize: audio.blockSize,
    data: writer.bytes(audio.data),
    dataSize: audio.data.length,
  });
}

/** Reads an audio blob; `data` is a view into `bytes`. */
export function decodeAudio(source: BlobSource): Audio {
  const blob = BlobReader.open(source, "AUDI");
  const header = blob.row(AudioHeader, 0);
  const { channels, sampleRate, frames, loopStart, loopEnd, blockSize } = header;
  const format = codeName(AudioFormat, header.format, "Audio format");
  if (channels < 1 || channels > 2)
    throw new FpkgError("FP1004", `A sound of ${channels} channels`);
  if (sampleRate < 1 || frames < 1) throw new FpkgError("FP1004", "A sound has frames and a rate");
  if (loopEnd > frames || (loopEnd > 0 && loopStart >= loopEnd)) {
    throw new FpkgError("FP1004", `Loop from ${loopStart} to ${loopEnd} of ${frames} frames`);
  }
  const size = dataSize(format, frames, channels, blockSize);
  if (size !== undefined && size !== header.dataSize) {
    throw new FpkgError("FP1004", `${frames} frames in ${header.dataSize} bytes of ${format}`);
  }
  const { loudness, samplePeak, truePeak } = header;
  return {
    format,
    channels,
    sampleRate,
    frames,
    loop: loopEnd === 0 ? null : { start: loopStart, end: loopEnd },
    loudness,
    samplePeak,
    truePeak,
    blockSize,
    data: blob.slice(header.data, header.dataSize),
  };
}

/** Bytes that the frames take; undefined where only a decoder knows. */
function dataSize(
  format: AudioFormatName,
  frames: number,
  channels: number,
  blockSize: number,
): number | undefined {
  if (format === "ogg") return undefined;
  if (format === "pcm16") return frames * channels * 2;
  if (blockSize % (4 * channels) !== 0 || adpcmFrames(blockSize, channels) < 9) {
    throw new FpkgError("FP1004", `ADPCM blocks of ${blockSize} bytes`);
  }
  return adpcmSize(frames, blockSize, channels);
}
