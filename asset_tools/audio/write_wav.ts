/** Writes 16-bit WAV, with a chunk `smpl` for a loop. Formats: as read_wav.ts. */
import { encodePcm16 } from "./encode_samples.ts";
import type { SoundLoop } from "./sound.ts";

/** A file of the channels' samples. */
export function writeWav(
  channels: readonly Int16Array[],
  sampleRate: number,
  loop: SoundLoop | null,
): Uint8Array {
  const count = channels.length;
  const format = chunk("fmt ", 16, (view) => {
    view.setUint16(0, 1, true);
    view.setUint16(2, count, true);
    view.setUint32(4, sampleRate, true);
    view.setUint32(8, sampleRate * count * 2, true);
    view.setUint16(12, count * 2, true);
    view.setUint16(14, 16, true);
  });
  const samples = encodePcm16(channels);
  const data = chunk("data", samples.length, (view) => {
    new Uint8Array(view.buffer, view.byteOffset).set(samples);
  });
  const parts = loop === null ? [format, data] : [format, loopChunk(sampleRate, loop), data];
  const body = Buffer.concat([Buffer.from("WAVE"), ...parts]);
  return chunk("RIFF", body.length, (view) => {
    new Uint8Array(view.buffer, view.byteOffset).set(body);
  });
}

/** A sampler's note A440, and one forward loop whose last frame counts in. */
function loopChunk(sampleRate: number, { start, end }: SoundLoop): Uint8Array {
  return chunk("smpl", 60, (view) => {
    view.setUint32(8, Math.round(1e9 / sampleRate), true);
    view.setUint32(12, 69, true);
    view.setUint32(28, 1, true);
    view.setUint32(44, start, true);
    view.setUint32(48, end - 1, true);
  });
}

function chunk(id: string, size: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(8 + size + (size % 2));
  bytes.set(Buffer.from(id));
  const view = new DataView(bytes.buffer);
  view.setUint32(4, size, true);
  fill(new DataView(bytes.buffer, 8, size));
  return bytes;
}
