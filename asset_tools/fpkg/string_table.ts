/** Section STRS: every text of the tables once, sorted, each length-prefixed and 4-aligned. */
import { align } from "./align.ts";

export interface StringTable {
  readonly bytes: Uint8Array;
  /** Offset of a text that the table was made with. */
  readonly offsetOf: (text: string) => number;
}

/** The table of `texts`, sorted by their UTF-16 units. */
export function stringTable(texts: ReadonlySet<string>): StringTable {
  const encoder = new TextEncoder();
  const encoded = [...texts].sort().map((text) => ({ text, bytes: encoder.encode(text) }));
  const offsets = new Map<string, number>();
  let size = 0;
  for (const { text, bytes } of encoded) {
    offsets.set(text, size);
    size += align(4 + bytes.length, 4);
  }
  const table = new Uint8Array(size);
  const view = new DataView(table.buffer);
  for (const { text, bytes } of encoded) {
    const start = offsets.get(text) as number;
    view.setUint32(start, bytes.length, true);
    table.set(bytes, start + 4);
  }
  return { bytes: table, offsetOf: (text) => offsets.get(text) as number };
}
