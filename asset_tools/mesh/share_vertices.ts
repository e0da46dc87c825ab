/** Merges vertices whose bytes are equal and renumbers them by first use. */

/** Vertices and the index of each former one. */
export interface SharedVertices {
  readonly words: Uint32Array;
  readonly count: number;
  readonly indices: Uint32Array;
}

/** `words` holds vertices of `stride` 32-bit words. An open hash table: a Map of strings took 20 times as long. */
export function shareVertices(words: Uint32Array, stride: number): SharedVertices {
  const total = words.length / stride;
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(total, 1) * 2 + 1))).fill(-1);
  const mask = slots.length - 1;
  const shared = new Uint32Array(words.length);
  const indices = new Uint32Array(total);
  let count = 0;
  for (let vertex = 0; vertex < total; vertex++) {
    const at = vertex * stride;
    let slot = hashWords(words, at, stride) & mask;
    while (slots[slot]! >= 0 && !equalWords(shared, slots[slot]! * stride, words, at, stride)) {
      slot = (slot + 1) & mask;
    }
    if (slots[slot]! < 0) {
      slots[slot] = count;
      copyWords(words, at, shared, count * stride, stride);
      count++;
    }
    indices[vertex] = slots[slot]!;
  }
  return { words: shared.subarray(0, count * stride), count, indices };
}

/** Drops unused vertices and renumbers the rest by first use, so that fetches run forward. */
export function orderByUse(shared: SharedVertices, stride: number): SharedVertices {
  const numbers = new Int32Array(shared.count).fill(-1);
  const words = new Uint32Array(shared.words.length);
  const indices = new Uint32Array(shared.indices.length);
  let count = 0;
  for (let at = 0; at < indices.length; at++) {
    const vertex = shared.indices[at]!;
    if (numbers[vertex]! < 0) {
      copyWords(shared.words, vertex * stride, words, count * stride, stride);
      numbers[vertex] = count++;
    }
    indices[at] = numbers[vertex]!;
  }
  return { words: words.subarray(0, count * stride), count, indices };
}

/** As `set` of a part, which is slow for a few words. */
function copyWords(
  from: Uint32Array,
  start: number,
  to: Uint32Array,
  at: number,
  count: number,
): void {
  for (let word = 0; word < count; word++) to[at + word] = from[start + word]!;
}

function hashWords(words: Uint32Array, at: number, stride: number): number {
  let hash = 0;
  for (let index = at; index < at + stride; index++) {
    hash = Math.imul(hash ^ words[index]!, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

function equalWords(
  a: Uint32Array,
  atA: number,
  b: Uint32Array,
  atB: number,
  stride: number,
): boolean {
  for (let index = 0; index < stride; index++) if (a[atA + index] !== b[atB + index]) return false;
  return true;
}
