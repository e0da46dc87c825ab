/** Writes packets of one stream as an Ogg file (RFC 3533). */
/** A file may have more, but then only long packets go over pages. */
const MOST_SEGMENTS = 40;
const FLAG = { continued: 1, first: 2, last: 4 } as const;

interface Page {
  flags: number;
  /** Of the last packet that ends here; null where none does. */
  granule: number | null;
  readonly lengths: number[];
  readonly segments: Uint8Array[];
}

export class OggWriter {
  readonly #pages: Page[] = [];
  #page: Page = newPage(FLAG.first);

  /** Adds a packet, over pages where it is long. `granule` is what has been said when it ends. */
  add(packet: Uint8Array, granule: number): this {
    for (let at = 0; at <= packet.length; at += 255) {
      if (this.#page.lengths.length === MOST_SEGMENTS) this.endPage(at > 0 ? FLAG.continued : 0);
      const segment = packet.subarray(at, at + 255);
      this.#page.lengths.push(segment.length);
      this.#page.segments.push(segment);
    }
    this.#page.granule = granule;
    return this;
  }

  /** What comes now is on another page. */
  endPage(flags = 0): this {
    if (this.#page.lengths.length > 0) {
      this.#pages.push(this.#page);
      this.#page = newPage(flags);
    }
    return this;
  }

  finish(): Uint8Array {
    this.endPage();
    const last = this.#pages.at(-1);
    if (last !== undefined) last.flags |= FLAG.last;
    return Buffer.concat(this.#pages.map(pageBytes));
  }
}

function newPage(flags: number): Page {
  return { flags, granule: null, lengths: [], segments: [] };
}

function pageBytes({ flags, granule, lengths, segments }: Page, sequence: number): Uint8Array {
  const header = Buffer.alloc(27);
  header.write("OggS");
  header[5] = flags;
  header.writeBigInt64LE(BigInt(granule ?? -1), 6);
  header.writeUInt32LE(1, 14);
  header.writeUInt32LE(sequence, 18);
  header[26] = lengths.length;
  const page = Buffer.concat([header, Uint8Array.from(lengths), ...segments]);
  page.writeUInt32LE(checksum(page), 22);
  return page;
}

function checksum(page: Uint8Array): number {
  let crc = 0;
  for (const byte of page) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc < 0 ? 0x04c11db7 : 0);
  }
  return crc >>> 0;
}
