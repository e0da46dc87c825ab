/** Runs block encoders over images, in strips so that memory stays small. */
import type { Image } from "./image.ts";
import { bytesAt, type ImageKernel, reserve } from "./kernels.ts";

/** Pixels of a strip at most, unless one row of blocks has more. */
const STRIP_PIXELS = 1 << 18;

/** Encodes every 4x4 block of `image` in rows from top left; at the edges the last row and column repeat. */
export function encodeBlocks(image: Image, blockSize: number, encode: ImageKernel): Uint8Array {
  const width = Math.ceil(image.width / 4) * 4;
  const height = Math.ceil(image.height / 4) * 4;
  const bytes = new Uint8Array((width / 4) * (height / 4) * blockSize);
  const stripRows = Math.max(4, Math.floor(STRIP_PIXELS / width / 4) * 4);
  for (let top = 0; top < height; top += stripRows) {
    const rows = Math.min(stripRows, height - top);
    const size = (width / 4) * (rows / 4) * blockSize;
    const [src, dst] = reserve(width * rows * 4, size);
    copyStrip(image, top, width, rows, bytesAt(src, width * rows * 4));
    encode(src, width, rows, dst);
    bytes.set(bytesAt(dst, size), (top / 4) * (width / 4) * blockSize);
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
