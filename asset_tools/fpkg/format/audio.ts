/** Audio blobs `AUDI`. */
import type { Struct } from "../struct.ts";
import { blobStart } from "./blob.ts";

/**
 * How a sound is stored: interleaved 16-bit samples, IMA ADPCM in blocks as WAV has them, or an Ogg Vorbis file as it is.
 */
export const AudioFormat = { pcm16: 1, adpcm: 2, ogg: 3 } as const;

export const AudioHeader = {
  name: "AudioHeader",
  doc: "Audio blob `AUDI`. A frame is one sample of every channel.",
  fields: [
    ...blobStart,
    { name: "format", type: "u32", doc: "`AudioFormat`" },
    { name: "channels", type: "u32", doc: "1 or 2" },
    { name: "sampleRate", type: "u32", doc: "frames a second" },
    { name: "frames", type: "u32", doc: "frames of the sound" },
    { name: "loopStart", type: "u32", doc: "frame where a loop begins" },
    { name: "loopEnd", type: "u32", doc: "frame after the loop's last; 0 for no loop" },
    {
      name: "loudness",
      type: "f32",
      doc: "integrated loudness by ITU-R BS.1770-4, LUFS; -70 is silence",
    },
    { name: "samplePeak", type: "f32", doc: "largest absolute sample; 1 is full scale" },
    { name: "truePeak", type: "f32", doc: "the same with what lies between samples" },
    { name: "blockSize", type: "u32", doc: "bytes of an ADPCM block, all channels; else 0" },
    { name: "data", type: "u32", doc: "offset of the data, 16-aligned" },
    { name: "dataSize", type: "u32", doc: "bytes there" },
  ],
} as const satisfies Struct;

export type AudioFormatName = keyof typeof AudioFormat;
