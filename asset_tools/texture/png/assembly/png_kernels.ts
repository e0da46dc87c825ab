/**
 * Undoes PNG's filters and spreads samples to four channels. Kernels may read and write up to 15 bytes behind what they are
 * asked for; the caller leaves that room. Filters: PNG Specification (Third Edition), section 9.
 */

const RGB_TO_RGBA = i8x16(0, 1, 2, -1, 3, 4, 5, -1, 6, 7, 8, -1, 9, 10, 11, -1);
const SWAPPED_RGBA = i8x16(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14);
const SWAPPED_RGB = i8x16(1, 0, 3, 2, 5, 4, -1, -1, 7, 6, 9, 8, 11, 10, -1, -1);

/**
 * Undoes the filters of `rows` rows, each a filter's number and `rowBytes` bytes, into rows without gaps. The row above
 * the first lies right before `dst`. Gives the first row whose filter is not known, or -1.
 */
export function unfilter(
  src: usize,
  rowBytes: usize,
  rows: i32,
  pixelBytes: usize,
  dst: usize,
): i32 {
  for (let row = 0; row < rows; row++, src += rowBytes + 1, dst += rowBytes) {
    const filter = load<u8>(src);
    if (filter > 4) return row;
    if (filter === 0) memory.copy(dst, src + 1, rowBytes);
    else if (filter === 2) undoUp(src + 1, dst - rowBytes, dst, rowBytes);
    else if (pixelBytes < 3) undoNarrow(filter, src + 1, dst - rowBytes, dst, rowBytes, pixelBytes);
    else if (pixelBytes < 5)
      undoWide<u32>(filter, src + 1, dst - rowBytes, dst, rowBytes, pixelBytes);
    else undoWide<u64>(filter, src + 1, dst - rowBytes, dst, rowBytes, pixelBytes);
  }
  return -1;
}

function undoUp(src: usize, above: usize, dst: usize, size: usize): void {
  for (let at: usize = 0; at < size; at += 16) {
    v128.store(dst + at, v128.add<i8>(v128.load(src + at), v128.load(above + at)));
  }
}

/** Pixels of one or two bytes, a byte a step. */
function undoNarrow(
  filter: u8,
  src: usize,
  above: usize,
  dst: usize,
  size: usize,
  pixelBytes: usize,
): void {
  for (let at: usize = 0; at < size; at++) {
    const isFirst = at < pixelBytes;
    const left: i32 = isFirst ? 0 : load<u8>(dst + at - pixelBytes);
    const up: i32 = load<u8>(above + at);
    const corner: i32 = isFirst ? 0 : load<u8>(above + at - pixelBytes);
    const guess = filter === 1 ? left : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner);
    store<u8>(dst + at, load<u8>(src + at) + <u8>guess);
  }
}

function paeth(left: i32, up: i32, corner: i32): i32 {
  const toLeft = abs(up - corner);
  const toUp = abs(left - corner);
  const toCorner = abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** Pixels of three bytes and more, a pixel a step; `T` is as wide as one or wider. */
function undoWide<T>(
  filter: u8,
  src: usize,
  above: usize,
  dst: usize,
  size: usize,
  pixelBytes: usize,
): void {
  if (filter === 1) undoSub<T>(src, dst, size, pixelBytes);
  else if (filter === 3) undoAverage<T>(src, above, dst, size, pixelBytes);
  else undoPaeth<T>(src, above, dst, size, pixelBytes);
}

function undoSub<T>(src: usize, dst: usize, size: usize, pixelBytes: usize): void {
  let left = i8x16.splat(0);
  for (let at: usize = 0; at < size; at += pixelBytes) {
    left = v128.add<i8>(left, loadPixel<T>(src + at));
    storePixel<T>(dst + at, left);
  }
}

function undoAverage<T>(
  src: usize,
  above: usize,
  dst: usize,
  size: usize,
  pixelBytes: usize,
): void {
  const one = v128.splat<i8>(1);
  let left = i8x16.splat(0);
  for (let at: usize = 0; at < size; at += pixelBytes) {
    const up = loadPixel<T>(above + at);
    // The instruction rounds up; the filter rounds down.
    const excess = v128.and(v128.xor(left, up), one);
    const guess = v128.sub<i8>(v128.avgr<u8>(left, up), excess);
    left = v128.add<i8>(guess, loadPixel<T>(src + at));
    storePixel<T>(dst + at, left);
  }
}

function undoPaeth<T>(src: usize, above: usize, dst: usize, size: usize, pixelBytes: usize): void {
  let left = i16x8.splat(0);
  let corner = i16x8.splat(0);
  for (let at: usize = 0; at < size; at += pixelBytes) {
    const up = v128.extend_low<u8>(loadPixel<T>(above + at));
    const guess = paethLanes(left, up, corner);
    const pixel = v128.add<i8>(v128.narrow<u16>(guess, guess), loadPixel<T>(src + at));
    storePixel<T>(dst + at, pixel);
    left = v128.extend_low<u8>(pixel);
    corner = up;
  }
}

/** `paeth` in lanes of i16. */
function paethLanes(left: v128, up: v128, corner: v128): v128 {
  const upStep = v128.sub<i16>(up, corner);
  const leftStep = v128.sub<i16>(left, corner);
  const toLeft = v128.abs<i16>(upStep);
  const toUp = v128.abs<i16>(leftStep);
  const toCorner = v128.abs<i16>(v128.add<i16>(upStep, leftStep));
  const upOrCorner = v128.bitselect(up, corner, v128.le<i16>(toUp, toCorner));
  const isLeft = v128.le<i16>(toLeft, v128.min<i16>(toUp, toCorner));
  return v128.bitselect(left, upOrCorner, isLeft);
}

function loadPixel<T>(at: usize): v128 {
  return sizeof<T>() === 4 ? v128.load32_zero(at) : v128.load64_zero(at);
}

function storePixel<T>(at: usize, pixel: v128): void {
  if (sizeof<T>() === 4) v128.store32_lane(at, pixel, 0);
  else v128.store64_lane(at, pixel, 0);
}

/** RGB of 8 bits to opaque RGBA, four pixels a step. */
export function spreadRgb(src: usize, pixels: i32, dst: usize): void {
  const opaque = v128.splat<i32>(0xff000000);
  for (const end = dst + ((<usize>pixels) << 2); dst < end; src += 12, dst += 16) {
    v128.store(dst, v128.or(v128.swizzle(v128.load(src), RGB_TO_RGBA), opaque));
  }
}

/** RGB of 16 bits, big-endian, to opaque little-endian RGBA, two pixels a step. */
export function spreadWideRgb(src: usize, pixels: i32, dst: usize): void {
  const opaque = v128.splat<i64>(0xffff << 48);
  for (const end = dst + ((<usize>pixels) << 3); dst < end; src += 12, dst += 16) {
    v128.store(dst, v128.or(v128.swizzle(v128.load(src), SWAPPED_RGB), opaque));
  }
}

/** RGBA of 16 bits, big-endian to little-endian, two pixels a step. */
export function swapWideRgba(src: usize, pixels: i32, dst: usize): void {
  for (const end = dst + ((<usize>pixels) << 3); dst < end; src += 16, dst += 16) {
    v128.store(dst, v128.swizzle(v128.load(src), SWAPPED_RGBA));
  }
}
