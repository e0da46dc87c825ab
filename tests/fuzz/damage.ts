/** Damage to files: of the kind that a disk, a hurried exporter or an attacker does. */
import type { Random } from "#tests/compiler/parser/random.ts";

/** Makes a damaged file of valid ones. */
export type Damage = (random: Random, samples: readonly Uint8Array[]) => Uint8Array;

/** Edges of the arithmetic of sizes and offsets, which bytes by chance seldom hit. */
const EDGES = [0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

/** Bytes changed, numbers set to edges, ranges removed, doubled or taken from another file, an end that is missing. */
export const damageBytes: Damage = (random, samples) => {
  let bytes = random.pick(samples).slice();
  for (let edits = 1 + random.below(4); edits > 0 && bytes.length > 8; edits--) {
    bytes = random.pick(byteEdits)(random, bytes, samples);
  }
  return bytes;
};

type Edit = (
  random: Random,
  bytes: Uint8Array<ArrayBuffer>,
  samples: readonly Uint8Array[],
) => Uint8Array<ArrayBuffer>;

/** The first ones are likelier, as the rest seldom leaves much of a file to read. */
const byteEdits: readonly Edit[] = [
  setByte,
  setByte,
  setByte,
  setNumber,
  setNumber,
  setNumber,
  splice,
  truncate,
];

/** Most of the meaning is in the first bytes. */
function placeIn(random: Random, bytes: Uint8Array): number {
  return random.below(random.below(2) === 0 ? Math.min(128, bytes.length) : bytes.length);
}

function setByte(random: Random, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  bytes[placeIn(random, bytes)] = random.below(256);
  return bytes;
}

function setNumber(random: Random, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const at = Math.min(placeIn(random, bytes), bytes.length - 4);
  const view = new DataView(bytes.buffer);
  const isLittle = random.below(2) === 0;
  if (random.below(2) === 0) view.setUint16(at, random.pick(EDGES) & 0xffff, isLittle);
  else view.setUint32(at, random.pick(EDGES), isLittle);
  return bytes;
}

function truncate(random: Random, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.slice(0, random.below(bytes.length));
}

function splice(
  random: Random,
  bytes: Uint8Array<ArrayBuffer>,
  samples: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const at = placeIn(random, bytes);
  const other = random.pick(samples);
  const from = random.below(other.length);
  const inserted = other.subarray(from, from + random.below(64));
  const rest = bytes.subarray(at + random.below(64));
  return Uint8Array.from([...bytes.subarray(0, at), ...inserted, ...rest]);
}

/** The same for text: pieces that mean something to its reader come in, and words change places. */
export function damageTextWith(pieces: readonly string[]): Damage {
  return (random, samples) => {
    if (random.below(8) === 0) return damageBytes(random, samples);
    // Latin-1 keeps every byte as it is.
    let text = Buffer.from(random.pick(samples)).toString("latin1");
    for (let edits = 1 + random.below(4); edits > 0; edits--) {
      const at = random.below(text.length + 1);
      const from = random.below(text.length + 1);
      const own = text.slice(from, from + random.below(40));
      const inserted = random.pick(["", own, random.pick(pieces), random.pick(pieces)]);
      const removed = random.below(4) === 0 ? random.below(60) : random.below(4);
      text = text.slice(0, at) + inserted + text.slice(at + removed);
    }
    return Buffer.from(text, "latin1");
  };
}

/** Damage first, and then checksums that fit, half of the time: what lies behind them is reached too. */
export function repairedBy(repair: (bytes: Uint8Array) => void, damage = damageBytes): Damage {
  return (random, samples) => {
    const bytes = damage(random, samples);
    if (random.below(2) === 0) repair(bytes);
    return bytes;
  };
}
