/**
 * Reads WAV: integer samples of 8 to 32 bits and floats of 32 and 64, plain or extensible, with any chunks between.
 * Formats: Microsoft Multimedia Data Standards Update 3.0 (chunks `fmt `, `data`, `smpl`), and the GUID sub-formats of
 * WAVEFORMATEXTENSIBLE.
 */
import { MAX_SAMPLES, type Sound, SoundError, type SoundLoop } from "./sound.ts";

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;

/** Other tags that files have, for the message. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [2, "MS ADPCM"],
  [6, "A-law"],
  [7, "mu-law"],
  [17, "IMA ADPCM"],
  [80, "MPEG"],
  [85, "MP3"],
]);

/** The last fourteen bytes of every sub-format that is a tag. */
const SUB_FORMAT_END = "000000001000800000aa00389b71";

interface Format {
  readonly isFloat: boolean;
  readonly channels: number;
  readonly sampleRate: number;
  /** Bytes a sample. */
  readonly width: number;
}

interface Chunk {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The sound in the file. Throws `SoundError`. */
export function readWav(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || idAt(view, 0) !== "RIFF" || idAt(view, 8) !== "WAVE") {
    throw new SoundError("does not start with `RIFF` and `WAVE`", 0);
  }
  const chunks = listChunks(view);
  const format = readFormat(view, find(chunks, "fmt "));
  const data = find(chunks, "data");
  const frameSize = format.width * format.channels;
  const frames = Math.floor((data.end - data.start) / frameSize);
  if (frames === 0) throw new SoundError("has no samples", data.start);
  if (frames * format.channels > MAX_SAMPLES) {
    throw new SoundError(`has ${frames} frames, more than a sound may have`);
  }
  const read = sampleReader(view, format);
  const channels = Array.from({ length: format.channels }, (_, channel) => {
    const samples = new Float32Array(frames);
    let at = data.start + channel * format.width;
    for (let frame = 0; frame < frames; frame++, at += frameSize) samples[frame] = read(at);
    return samples;
  });
  checkFinite(channels, (frame) => data.start + frame * frameSize);
  const { loop, notes } = readLoop(view, chunks, frames);
  return { sampleRate: format.sampleRate, channels, loop, notes };
}

/** Chunks in file order; one that is cut off is an error, but for a length that a pipe could not know. */
function listChunks(view: DataView): Chunk[] {
  const chunks: Chunk[] = [];
  let at = 12;
  while (at + 8 <= view.byteLength) {
    const id = idAt(view, at);
    const size = view.getUint32(at + 4, true);
    const start = at + 8;
    const end = size === 0xffffffff ? view.byteLength : start + size;
    if (end > view.byteLength) {
      const there = view.byteLength - start;
      throw new SoundError(`ends in chunk \`${id}\` at byte ${at}: ${there} of ${size} bytes`);
    }
    chunks.push({ id, start, end });
    at = end + ((end - start) % 2);
  }
  return chunks;
}

function find(chunks: readonly Chunk[], id: string): Chunk {
  const found = chunks.find((chunk) => chunk.id === id);
  if (found === undefined) throw new SoundError(`has no chunk \`${id}\``);
  return found;
}

function readFormat(view: DataView, { start, end }: Chunk): Format {
  if (end - start < 16)
    throw new SoundError(`has a chunk \`fmt \` of ${end - start} bytes`, start - 8);
  const written = view.getUint16(start, true);
  const tag = written === EXTENSIBLE ? subFormat(view, start, end) : written;
  const channels = view.getUint16(start + 2, true);
  const sampleRate = view.getUint32(start + 4, true);
  const frameSize = view.getUint16(start + 12, true);
  const bits = view.getUint16(start + 14, true);
  if (tag !== PCM && tag !== FLOAT) {
    throw new SoundError(
      `is coded as ${NAMES.get(tag) ?? `format ${tag}`}; only PCM is read`,
      start,
    );
  }
  if (channels < 1 || channels > 32) throw new SoundError(`has ${channels} channels`, start + 2);
  if (sampleRate < 1000 || sampleRate > 768000) {
    throw new SoundError(`has ${sampleRate} samples a second`, start + 4);
  }
  const allowed = tag === FLOAT ? [32, 64] : [8, 16, 24, 32];
  if (!allowed.includes(bits)) {
    throw new SoundError(`has ${tag === FLOAT ? "floats" : "samples"} of ${bits} bits`, start + 14);
  }
  const width = bits / 8;
  if (frameSize !== width * channels) {
    throw new SoundError(
      `has frames of ${frameSize} bytes for ${channels} samples of ${bits} bits`,
      start + 12,
    );
  }
  return { isFloat: tag === FLOAT, channels, sampleRate, width };
}

function subFormat(view: DataView, start: number, end: number): number {
  if (end - start < 40)
    throw new SoundError("has an extensible format without a sub-format", start);
  let rest = "";
  for (let at = start + 26; at < start + 40; at++) {
    rest += view.getUint8(at).toString(16).padStart(2, "0");
  }
  if (rest !== SUB_FORMAT_END)
    throw new SoundError("has a sub-format that is not known", start + 24);
  return view.getUint16(start + 24, true);
}

function sampleReader(view: DataView, { isFloat, width }: Format): (at: number) => number {
  if (isFloat && width === 8) return (at) => view.getFloat64(at, true);
  if (isFloat) return (at) => view.getFloat32(at, true);
  switch (width) {
    case 1:
      return (at) => (view.getUint8(at) - 128) / 128;
    case 2:
      return (at) => view.getInt16(at, true) / 32768;
    case 3:
      return (at) => ((view.getInt8(at + 2) << 16) | view.getUint16(at, true)) / 8388608;
    default:
      return (at) => view.getInt32(at, true) / 2147483648;
  }
}

function checkFinite(channels: readonly Float32Array[], placeOf: (frame: number) => number): void {
  for (const channel of channels) {
    const frame = channel.findIndex((sample) => !Number.isFinite(sample));
    if (frame >= 0)
      throw new SoundError(`has a sample that is no number in frame ${frame}`, placeOf(frame));
  }
}

/** The first forward loop of a chunk `smpl`; its last frame counts in. */
function readLoop(
  view: DataView,
  chunks: readonly Chunk[],
  frames: number,
): { readonly loop: SoundLoop | null; readonly notes: readonly string[] } {
  const chunk = chunks.find(({ id }) => id === "smpl");
  if (chunk === undefined || chunk.end - chunk.start < 36) return { loop: null, notes: [] };
  const count = view.getUint32(chunk.start + 28, true);
  const fitting = Math.min(count, Math.floor((chunk.end - chunk.start - 36) / 24));
  const notes: string[] = [];
  for (let index = 0; index < fitting; index++) {
    const at = chunk.start + 36 + index * 24;
    const [type, start, last] = [4, 8, 12].map((offset) => view.getUint32(at + offset, true)) as [
      number,
      number,
      number,
    ];
    if (type !== 0) notes.push("a loop that does not run forward is ignored");
    else if (start > last || last >= frames)
      notes.push(`a loop from ${start} to ${last} is ignored`);
    else return { loop: { start, end: last + 1 }, notes };
  }
  return { loop: null, notes };
}

function idAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}
