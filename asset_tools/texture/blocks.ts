/** Runs block encoders over images, in strips so that memory stays small. */
import type { BlockShape } from "../fpkg/texture_formats.ts";
import type { Image } from "./image.ts";
import { bytesAt, type ImageKernel, reserve } from "./kernels.ts";

/** Pixels of a strip at most, unless one row of blocks has more. */
const STRIP_PIXELS = 1 << 18;

/** Encodes every block of `image` in rows from top left; at the edges the last row and column repeat. */
export function encodeBlocks(image: Image, block: BlockShape, encode: ImageKernel): Uint8Array {
  const columns = Math.ceil(image.width / block.width);
  const rows = Math.ceil(image.height / block.height);
  const width = columns * block.width;
  const bytes = new Uint8Array(columns * rows * block.bytes);
  const stripRows = Math.max(1, Math.floor(STRIP_PIXELS / (width * block.height)));
  for (let first = 0; first < rows; first += stripRows) {
    const count = Math.min(stripRows, rows - first);
    const height = count * block.height;
    const size = columns * count * block.bytes;
    const [src, dst] = reserve(width * height * 4, size);
    copyStrip(image, first * block.height, width, height, bytesAt(src, width * height * 4));
    encode(src, width, height, dst);
    bytes.set(bytesAt(dst, size), first * columns * block.bytes);
  }
  return bytes;
}

function copyStrip(image: Image, top: number, width: number, rows: number, dst: Uint8Array): void {
  const stride = image.width * 4;
  if (image.width === width && top + rows <= image.height) {
    dst.set(image.pixels.subarray(top * stride, (top + rows) * stride));
    return;
  }
  for (let row = 0; row < rows; row++) {
    const from = Math.min(top + row, image.height - 1) * stride;
    const to = row * width * 4;
    dst.set(image.pixels.subarray(from, from + stride), to);
    const last = image.pixels.subarray(from + stride - 4, from + stride);
    for (let column = image.width; column < width; column++) dst.set(last, to + column * 4);
  }
}
