/** Free Lossless Audio Codec: mono, 16 bits, second differences in Rice codes. https://www.rfc-editor.org/rfc/rfc9639 */
import { createHash } from "node:crypto";

const BLOCK = 4096;
const ORDER = 2;

/** The FLAC file of whole numbers from -32768 to 32767. */
export function encodeFlac(sampleRate: number, samples: Int32Array): Uint8Array {
  const parts = [Buffer.from("fLaC"), streamInfo(sampleRate, samples)];
  for (let first = 0, number = 0; first < samples.length; first += BLOCK, number++)
    parts.push(frame(samples.subarray(first, first + BLOCK), number));
  return Buffer.concat(parts);
}

function streamInfo(sampleRate: number, samples: Int32Array): Buffer {
  const bits = new BitWriter();
  bits.write(0x80, 8); // the last block of metadata
  bits.write(34, 24);
  bits.write(BLOCK, 16);
  bits.write(BLOCK, 16);
  bits.write(0, 24); // sizes of frames are not said
  bits.write(0, 24);
  bits.write(sampleRate, 20);
  bits.write(0, 3); // one channel
  bits.write(15, 5);
  bits.write(0, 4);
  bits.write(samples.length, 32);
  const digest = createHash("md5").update(Int16Array.from(samples)).digest();
  for (const byte of digest) bits.write(byte, 8);
  return bits.finish();
}

function frame(samples: Int32Array, number: number): Buffer {
  const bits = new BitWriter();
  bits.write(0xfff8, 16);
  bits.write(7, 4); // the block's size follows in 16 bits
  bits.write(0, 4); // the rate is the stream's
  bits.write(0, 4);
  bits.write(4, 3);
  bits.write(0, 1);
  if (number > 127) throw new RangeError("Numbers of more than 127 frames need UTF-8");
  bits.write(number, 8);
  bits.write(samples.length - 1, 16);
  bits.write(checksum(bits.finish(), 8, 0x07), 8);
  bits.write((8 + ORDER) << 1, 8); // a fixed predictor
  for (const sample of samples.subarray(0, ORDER)) bits.write(sample, 16);
  const residual = Array.from(samples.subarray(ORDER), (sample, at) => {
    const [before, last] = [samples[at] as number, samples[at + 1] as number];
    return sample - 2 * last + before;
  });
  writeRice(bits, residual);
  bits.align();
  bits.write(checksum(bits.finish(), 16, 0x8005), 16);
  return bits.finish();
}

/** One partition with the parameter that its mean asks for. */
function writeRice(bits: BitWriter, residual: readonly number[]): void {
  // Signs are folded in: 0 -1 1 -2 2 becomes 0 1 2 3 4.
  const folded = residual.map((value) => (value < 0 ? -2 * value - 1 : 2 * value));
  const mean = folded.reduce((sum, value) => sum + value, 0) / Math.max(1, folded.length);
  const low = Math.min(14, 31 - Math.clz32(Math.max(1, mean)));
  bits.write(0, 6);
  bits.write(low, 4);
  for (const value of folded) {
    for (let high = value >> low; high > 0; high--) bits.write(0, 1);
    bits.write(1, 1);
    bits.write(value & ((1 << low) - 1), low);
  }
}

/** A cyclic redundancy check, most significant bit first. */
function checksum(bytes: Uint8Array, width: 8 | 16, polynomial: number): number {
  const top = 1 << (width - 1);
  let value = 0;
  for (const byte of bytes) {
    value ^= byte << (width - 8);
    for (let bit = 0; bit < 8; bit++)
      value = ((value & top) === 0 ? value << 1 : (value << 1) ^ polynomial) & (2 * top - 1);
  }
  return value;
}

/** Collects bits, the most significant first. */
class BitWriter {
  readonly #bytes: number[] = [];
  #free = 0;

  write(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit--) {
      if (this.#free === 0) {
        this.#bytes.push(0);
        this.#free = 8;
      }
      this.#free--;
      const last = this.#bytes.length - 1;
      this.#bytes[last] = (this.#bytes[last] as number) | (((value >>> bit) & 1) << this.#free);
    }
  }

  align(): void {
    this.#free = 0;
  }

  finish(): Buffer {
    return Buffer.from(this.#bytes);
  }
}
