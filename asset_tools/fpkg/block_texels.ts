/** Where a block is decoded to: RGBA texels, row by row, as bytes and as words of the same memory. */
export interface BlockTexels {
  readonly bytes: Uint8Array;
  /** A texel each, red in the lowest byte. */
  readonly words: Uint32Array;
}

export function blockTexels(count: number): BlockTexels {
  const words = new Uint32Array(count);
  return { words, bytes: new Uint8Array(words.buffer) };
}
