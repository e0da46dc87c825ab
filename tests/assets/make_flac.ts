/** A FLAC file whose samples are stored as they are: enough to compare a decoder with. */

/** `channels` hold whole numbers of `bits` bits, at 44.1 kHz. */
export function makeFlac(channels: readonly Int32Array[], bits: 16 | 24) {
  const frames = channels[0]?.length ?? 0;
  const size = 1152;
  const parts: Uint8Array[] = [
    Buffer.from("fLaC"),
    streamInfo(channels.length, frames, bits, size),
  ];
  for (let first = 0, number = 0; first < frames; first += size, number++) {
    parts.push(frame(channels, first, Math.min(size, frames - first), bits, number));
  }
  return Buffer.concat(parts);
}

function streamInfo(channels: number, frames: number, bits: number, size: number) {
  const writer = new BitWriter();
  for (const [value, width] of [
    [0x80, 8],
    [34, 24],
    [size, 16],
    [size, 16],
    [0, 24],
    [0, 24],
  ] as const)
    writer.write(value, width);
  writer.write(44100, 20);
  writer.write(channels - 1, 3);
  writer.write(bits - 1, 5);
  writer.write(0, 4);
  writer.write(frames, 32);
  for (let word = 0; word < 4; word++) writer.write(0, 32);
  return writer.bytes();
}

function frame(
  channels: readonly Int32Array[],
  first: number,
  count: number,
  bits: number,
  number: number,
) {
  const writer = new BitWriter();
  writer.write(0xfff8, 16);
  writer.write(7, 4); // block size in 16 bits below
  writer.write(9, 4); // 44.1 kHz
  writer.write(channels.length - 1, 4);
  writer.write(bits === 16 ? 4 : 6, 3);
  writer.write(0, 1);
  writer.write(number, 8);
  writer.write(count - 1, 16);
  writer.write(crc(writer.bytes(), 8, 0x07), 8);
  for (const channel of channels) {
    writer.write(2, 8); // verbatim
    for (const sample of channel.subarray(first, first + count)) writer.write(sample, bits);
  }
  writer.write(crc(writer.bytes(), 16, 0x8005), 16);
  return writer.bytes();
}

/** Most significant bit first, no inversions. */
function crc(bytes: Uint8Array, width: 8 | 16, polynomial: number): number {
  let value = 0;
  const top = 1 << (width - 1);
  for (const byte of bytes) {
    value ^= byte << (width - 8);
    for (let bit = 0; bit < 8; bit++)
      value = (value & top) === 0 ? value << 1 : (value << 1) ^ polynomial;
    value &= 2 ** width - 1;
  }
  return value;
}

class BitWriter {
  readonly #bits: number[] = [];

  write(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit--) this.#bits.push((value >> bit) & 1);
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(Math.ceil(this.#bits.length / 8));
    for (const [index, bit] of this.#bits.entries()) {
      bytes[index >> 3] = (bytes[index >> 3] as number) | (bit << (7 - (index & 7)));
    }
    return bytes;
  }
}
