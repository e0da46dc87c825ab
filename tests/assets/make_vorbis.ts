/**
 * Ogg Vorbis files with every kind of floor, residue and codebook, which no encoder that there is writes any more. Their headers are made from
 * seeds; their packets are noise, which is a sound too, and end wherever they like.
 */
import type { Random } from "./damaged_package.ts";
import { OggWriter } from "./ogg_writer.ts";

export interface VorbisShape {
  readonly channels: 1 | 2;
  readonly floor: 0 | 1;
  readonly residue: 0 | 1 | 2;
  /** Powers of two. */
  readonly blocks: readonly [short: number, long: number];
}

/** Bits of a packet, the least significant of a byte first. */
class BitWriter {
  readonly #bits: number[] = [];

  add(count: number, value: number): this {
    for (let bit = 0; bit < count; bit++) this.#bits.push(Math.floor(value / 2 ** bit) & 1);
    return this;
  }

  text(text: string): this {
    for (const byte of Buffer.from(text)) this.add(8, byte);
    return this;
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(Math.ceil(this.#bits.length / 8));
    for (const [at, bit] of this.#bits.entries())
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (at & 7));
    return bytes;
  }
}

/** Packets of one stream, of these many bytes and at random up to as many more, in a file of several pages. */
export function makeVorbis(
  shape: VorbisShape,
  packets: number,
  bytes: number,
  random: Random,
): Uint8Array {
  const ogg = new OggWriter();
  ogg.add(identification(shape), 0).endPage();
  // So long that it goes over pages, as covers in comments do.
  ogg.add(
    new BitWriter()
      .add(8, 3)
      .text("vorbis")
      .add(32, 12_000)
      .text("x".repeat(12_000))
      .add(32, 0)
      .add(1, 1)
      .bytes(),
    0,
  );
  ogg.add(setup(shape, random), 0).endPage();
  const long = Array.from({ length: packets + 1 }, () => random(2) === 1);
  const sizeOf = (at: number): number => 2 ** shape.blocks[long[at] ? 1 : 0];
  let frames = 0;
  for (let at = 0; at < packets; at++) {
    if (at > 0) frames += (sizeOf(at - 1) + sizeOf(at)) / 4;
    const bits = new BitWriter().add(1, 0).add(1, long[at] ? 1 : 0);
    if (long[at]) bits.add(1, at > 0 && long[at - 1] ? 1 : 0).add(1, long[at + 1] ? 1 : 0);
    for (let left = bytes + random(bytes); left > 0; left--) bits.add(8, random(256));
    ogg.add(bits.bytes(), frames);
    if (random(6) === 0) ogg.endPage();
  }
  return ogg.finish();
}

function identification({ channels, blocks }: VorbisShape): Uint8Array {
  const bits = new BitWriter().add(8, 1).text("vorbis").add(32, 0).add(8, channels).add(32, 44100);
  return bits
    .add(32, 0)
    .add(32, 64000)
    .add(32, 0)
    .add(4, blocks[0])
    .add(4, blocks[1])
    .add(1, 1)
    .bytes();
}

/** Rows of the list of books. */
const BOOK = { classes: 0, heights: 1, main: 2, single: 3, lattice: 4, list: 5, pairs: 6 } as const;

function setup(shape: VorbisShape, random: Random): Uint8Array {
  const bits = new BitWriter().add(8, 5).text("vorbis");
  bits.add(8, 6);
  addBook(bits, random, { entries: 9, dimensions: 2 });
  addBook(bits, random, { entries: 20 + random(12), dimensions: 1, form: "sparse" });
  addBook(bits, random, { entries: 16, dimensions: 1, form: "ordered" });
  addBook(bits, random, { entries: 1, dimensions: 1, lookup: 2, values: 1 });
  addBook(bits, random, { entries: 81 + random(100), dimensions: 4, lookup: 1, values: 3 });
  addBook(bits, random, { entries: 30, dimensions: 2, lookup: 2, values: 60, isSequence: true });
  addBook(bits, random, {
    entries: 24,
    dimensions: 3,
    lookup: 2,
    values: 72,
    isSequence: true,
    isFilter: true,
  });
  bits.add(6, 0).add(16, 0);
  bits.add(6, 0).add(16, shape.floor);
  if (shape.floor === 0) addFloor0(bits, random);
  else addFloor1(bits, random);
  // The first of two is not in use.
  bits.add(6, 1);
  for (let residue = 0; residue < 2; residue++)
    addResidue(bits.add(16, shape.residue), shape, random);
  addMapping(bits, shape);
  bits.add(6, 1);
  for (const block of [0, 1]) bits.add(1, block).add(16, 0).add(16, 0).add(8, 0);
  return bits.add(1, 1).bytes();
}

interface BookShape {
  readonly entries: number;
  readonly dimensions: number;
  readonly form?: "plain" | "sparse" | "ordered";
  readonly lookup?: 1 | 2;
  /** How many numbers the vectors are made of. */
  readonly values?: number;
  readonly isSequence?: boolean;
  readonly isFilter?: boolean;
}

function addBook(bits: BitWriter, random: Random, book: BookShape): void {
  const { entries, dimensions, form = "plain" } = book;
  bits.add(24, 0x564342).add(16, dimensions).add(24, entries);
  const lengths = treeLengths(form === "sparse" ? entries - 3 : entries, random);
  if (form === "ordered") addOrdered(bits, lengths);
  else {
    bits.add(1, 0).add(1, form === "sparse" ? 1 : 0);
    // Three of the entries are not in use.
    const unused = form === "sparse" ? [0, 7, entries - 1] : [];
    for (let entry = 0, next = 0; entry < entries; entry++) {
      const isUsed = !unused.includes(entry);
      if (form === "sparse") bits.add(1, isUsed ? 1 : 0);
      if (isUsed) bits.add(5, (lengths[next++] as number) - 1);
    }
  }
  bits.add(4, book.lookup ?? 0);
  if (book.lookup === undefined) return;
  // From -1 in steps of 1/16; the angles of a filter grow by some 0.3.
  if (book.isFilter) bits.add(32, packed(19, -6)).add(32, packed(1, -5)).add(4, 1);
  else
    bits
      .add(32, 2 ** 31 + packed(1, 0))
      .add(32, packed(1, -4))
      .add(4, 4);
  bits.add(1, book.isSequence ? 1 : 0);
  for (let value = book.values ?? 0; value > 0; value--)
    bits.add(book.isFilter ? 2 : 5, random(32));
}

/** Vorbis' own floats: `mantissa` times 2 to the `exponent`. */
function packed(mantissa: number, exponent: number): number {
  return mantissa + (exponent + 788) * 2 ** 21;
}

/** Lengths of the codes of a full tree, in any order. */
function treeLengths(count: number, random: Random): number[] {
  if (count === 1) return [1];
  const lengths = [0];
  while (lengths.length < count) {
    const [length] = lengths.splice(random(lengths.length), 1) as [number];
    lengths.push(length + 1, length + 1);
  }
  for (let at = lengths.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [lengths[at], lengths[other]] = [lengths[other] as number, lengths[at] as number];
  }
  return lengths;
}

function addOrdered(bits: BitWriter, lengths: readonly number[]): void {
  const shortest = Math.min(...lengths);
  bits.add(1, 1).add(5, shortest - 1);
  for (let length = shortest, left = lengths.length; left > 0; length++) {
    const count = lengths.filter((it) => it === length).length;
    bits.add(32 - Math.clz32(left), count);
    left -= count;
  }
}

function addFloor0(bits: BitWriter, random: Random): void {
  bits
    .add(8, 7 + random(2))
    .add(16, 44100)
    .add(16, 200)
    .add(6, 6)
    .add(8, 20)
    .add(4, 0)
    .add(8, BOOK.pairs);
}

/** Three partitions, the second of a class without subclasses. */
function addFloor1(bits: BitWriter, random: Random): void {
  bits.add(5, 3).add(4, 0).add(4, 1).add(4, 0);
  bits
    .add(3, 1)
    .add(2, 1)
    .add(8, BOOK.main)
    .add(8, 0)
    .add(8, BOOK.heights + 1);
  bits
    .add(3, 2)
    .add(2, 0)
    .add(8, BOOK.heights + 1);
  bits.add(2, random(4)).add(4, 7);
  const places = Array.from({ length: 126 }, (_, at) => at + 1);
  for (let point = 0; point < 7; point++)
    bits.add(7, places.splice(random(places.length), 1)[0] as number);
}

/** Class 0 is silence, 1 has one pass, 2 has two. */
function addResidue(
  bits: BitWriter,
  { blocks, residue, channels }: VorbisShape,
  random: Random,
): void {
  const lines = 2 ** (blocks[1] - 1) * (residue === 2 ? channels : 1);
  bits
    .add(24, random(3) * 4)
    .add(24, lines - random(20))
    .add(24, 15)
    .add(6, 2)
    .add(8, BOOK.classes);
  bits.add(3, 0).add(1, 0).add(3, 1).add(1, 0).add(3, 1).add(1, 1).add(5, 4);
  bits.add(8, BOOK.lattice).add(8, BOOK.list).add(8, BOOK.single);
}

/** One submap; two channels are a pair. */
function addMapping(bits: BitWriter, { channels }: VorbisShape): void {
  bits.add(6, 0).add(16, 0).add(1, 0);
  if (channels === 2) bits.add(1, 1).add(8, 0).add(1, 0).add(1, 1);
  else bits.add(1, 0);
  bits.add(2, 0).add(8, 0).add(8, 0).add(8, 1);
}
