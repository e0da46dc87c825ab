/** Cuts an image into 4x4 blocks; at the edges the last row and column repeat. */
import type { Image } from "./decode_image.ts";

/** Writes one block: 16 texels of RGBA in, bytes at `offset` out. */
export type EncodeBlock = (texels: Uint8Array, dst: DataView, offset: number) => void;

/** Encodes every block of `image` in rows from top left. */
export function encodeBlocks(image: Image, blockSize: number, encode: EncodeBlock): Uint8Array {
  const { width, height, pixels } = image;
  const columns = Math.ceil(width / 4);
  const rows = Math.ceil(height / 4);
  const bytes = new Uint8Array(columns * rows * blockSize);
  const dst = new DataView(bytes.buffer);
  const texels = new Uint8Array(64);
  const block = new Uint32Array(texels.buffer);
  // Whole texels at a time; a copy where the pixels do not lie at a multiple of 4.
  const aligned = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  const source = new Uint32Array(aligned.buffer, aligned.byteOffset, width * height);
  let offset = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, offset += blockSize) {
      for (let y = 0; y < 4; y++) {
        const line = Math.min(row * 4 + y, height - 1) * width;
        for (let x = 0; x < 4; x++) {
          block[y * 4 + x] = source[line + Math.min(column * 4 + x, width - 1)]!;
        }
      }
      encode(texels, dst, offset);
    }
  }
  return bytes;
}
