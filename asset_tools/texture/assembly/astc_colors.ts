/**
 * Stored values of a part's ends: kinds of two values a channel. Format: Khronos Data Format Specification, "ASTC", endpoint
 * encoding.
 */
import { endByte, endValue } from "./astc_ranges.ts";

/**
 * Kinds of ends: gray or color as it is, a color and how much darker the other end is, or a color and what the other end has
 * more; each also with alpha.
 */
export const GRAY: u32 = 0;
export const GRAY_ALPHA: u32 = 4;
export const SCALE: u32 = 6;
export const DIRECT: u32 = 8;
export const OFFSET: u32 = 9;
export const SCALE_ALPHA: u32 = 10;
export const DIRECT_ALPHA: u32 = 12;
export const OFFSET_ALPHA: u32 = 13;

/** How many values a part's ends have. */
export function valuesOf(kind: u32): u32 {
  return 2 * (kind >> 2) + 2;
}

/** Values of every part's ends, a byte each, eight a part, and what a decoder makes of them: as `ends` in astc_lines.ts. */
export const endValues = memory.data(3 * 8);
export const decodedEnds = memory.data(3 * 32, 16);

/** Bytes of the ends: red, green, blue and alpha of the low one, then of the high one; as wanted, and as decoded. */
const exact = memory.data(32);
const decoded = memory.data(32);
const values = memory.data(8);

/** Stores a part's ends as a kind. Gives the squared error, the greatest number where the kind cannot have them. */
export function packEnds(part: usize, low: v128, high: v128, kind: u32, range: u32): f32 {
  v128.store(exact, v128.trunc_sat<i32>(v128.nearest<f32>(low)));
  v128.store(exact, v128.trunc_sat<i32>(v128.nearest<f32>(high)), 16);
  if (kind === GRAY || kind === GRAY_ALPHA) {
    packGray(kind, range);
  } else if (kind === DIRECT || kind === DIRECT_ALPHA) {
    packDirect(kind, range);
  } else if (kind === SCALE || kind === SCALE_ALPHA) {
    packScale(kind, range);
  } else if (!packOffset(kind, range)) {
    return f32.MAX_VALUE;
  }
  memory.copy(endValues + (part << 3), values, 8);
  const lowDecoded = v128.convert<i32>(v128.load(decoded));
  const highDecoded = v128.convert<i32>(v128.load(decoded, 16));
  v128.store(decodedEnds + (part << 5), lowDecoded);
  v128.store(decodedEnds + (part << 5), highDecoded, 16);
  return squaredError(low, lowDecoded) + squaredError(high, highDecoded);
}

function squaredError(a: v128, b: v128): f32 {
  const away = v128.sub<f32>(a, b);
  const square = v128.mul<f32>(away, away);
  return (
    v128.extract_lane<f32>(square, 0) +
    v128.extract_lane<f32>(square, 1) +
    v128.extract_lane<f32>(square, 2) +
    v128.extract_lane<f32>(square, 3)
  );
}

function exactOf(end: usize, channel: usize): i32 {
  return load<i32>(exact + (end << 4) + (channel << 2));
}

function setDecoded(end: usize, channel: usize, byte: i32): void {
  store<i32>(decoded + (end << 4) + (channel << 2), byte);
}

/** Stores the value nearest to a byte; gives the byte that it stands for. */
function putByte(index: usize, byte: i32, range: u32): i32 {
  const value = endValue(range, byte);
  store<u8>(values + index, <u8>value);
  return endByte(range, value);
}

function packGray(kind: u32, range: u32): void {
  for (let end: usize = 0; end < 2; end++) {
    const byte = putByte(end, exactOf(end, 1), range);
    for (let channel: usize = 0; channel < 3; channel++) setDecoded(end, channel, byte);
    setDecoded(end, 3, kind === GRAY ? 255 : putByte(2 + end, exactOf(end, 3), range));
  }
}

/** The high end, and how many 256ths of it the low end is. */
function packScale(kind: u32, range: u32): void {
  let product = 0;
  let size = 0;
  for (let channel: usize = 0; channel < 3; channel++) {
    const byte = putByte(channel, exactOf(1, channel), range);
    setDecoded(1, channel, byte);
    product += byte * exactOf(0, channel);
    size += byte * byte;
  }
  const exactScale = size > 0 ? ((product << 8) + (size >> 1)) / size : 0;
  const scale = putByte(3, min(255, exactScale), range);
  for (let channel: usize = 0; channel < 3; channel++) {
    setDecoded(0, channel, (load<i32>(decoded + 16 + (channel << 2)) * scale) >> 8);
  }
  for (let end: usize = 0; end < 2; end++) {
    setDecoded(end, 3, kind === SCALE ? 255 : putByte(4 + end, exactOf(end, 3), range));
  }
}

/** As they are, or, where it comes nearer, with red and green stored as their distance from the middle to blue. */
function packDirect(kind: u32, range: u32): void {
  const plain = packPlain(kind, range);
  memory.copy(kept, values, 8);
  memory.copy(keptDecoded, decoded, 32);
  if (packContracted(range) < plain) return;
  memory.copy(values, kept, 8);
  memory.copy(decoded, keptDecoded, 32);
}

const kept = memory.data(8);
const keptDecoded = memory.data(32);

/** Gives the squared error of red, green and blue. */
function packPlain(kind: u32, range: u32): i32 {
  let error = 0;
  let order = 0;
  for (let channel: usize = 0; channel < 3; channel++) {
    const low = putByte(2 * channel, exactOf(0, channel), range);
    const high = putByte(2 * channel + 1, exactOf(1, channel), range);
    setDecoded(0, channel, low);
    setDecoded(1, channel, high);
    order += high - low;
    error += square(low - exactOf(0, channel)) + square(high - exactOf(1, channel));
  }
  for (let end: usize = 0; end < 2; end++) {
    const isStored = kind === DIRECT_ALPHA;
    setDecoded(end, 3, isStored ? putByte(6 + end, exactOf(end, 3), range) : 255);
  }
  // A decoder would take a darker high end for the other way of storing; rounding can do that to ends of nearly one brightness.
  return order >= 0 ? error : error + brighten(range, -order);
}

/** Makes the high end brighter by at least so much, channel after channel; gives what that adds to the error. */
function brighten(range: u32, missing: i32): i32 {
  let added = 0;
  for (let channel: usize = 0; channel < 3 && missing > 0; channel++) {
    const before = load<i32>(decoded + 16 + (channel << 2));
    let byte = before;
    while (byte < 255 && endByte(range, endValue(range, byte)) < min(255, before + missing)) byte++;
    const after = putByte(2 * channel + 1, byte, range);
    setDecoded(1, channel, after);
    missing -= after - before;
    const exactly = exactOf(1, channel);
    added += square(after - exactly) - square(before - exactly);
  }
  if (missing <= 0) return added;
  // Already white: both ends are.
  for (let channel: usize = 0; channel < 3; channel++) {
    putByte(2 * channel, 255, range);
    setDecoded(0, channel, 255);
    added += square(255 - exactOf(0, channel));
  }
  return added;
}

/** Ends change places. Gives the squared error, or the greatest number where they cannot be stored like this. */
function packContracted(range: u32): i32 {
  let error = 0;
  let order = 0;
  for (let end: usize = 0; end < 2; end++) {
    const place = 1 - end;
    const blue = exactOf(end, 2);
    const storedBlue = putByte(4 + place, blue, range);
    let sum = storedBlue;
    for (let channel: usize = 0; channel < 2; channel++) {
      const far = 2 * exactOf(end, channel) - blue;
      if (far < 0 || far > 255) return i32.MAX_VALUE;
      const stored = putByte(2 * channel + place, far, range);
      sum += stored;
      const byte = (stored + storedBlue) >> 1;
      setDecoded(end, channel, byte);
      error += square(byte - exactOf(end, channel));
    }
    setDecoded(end, 2, storedBlue);
    error += square(storedBlue - blue);
    order += end === 0 ? -sum : sum;
  }
  if (order <= 0) return i32.MAX_VALUE;
  // Alpha changes places too.
  const low = load<u8>(values, 6);
  store<u8>(values, load<u8>(values, 7), 6);
  store<u8>(values, low, 7);
  return error;
}

/** False where the ends are too far from each other, or rounding moves them to something else. */
function packOffset(kind: u32, range: u32): bool {
  const channels: usize = kind === OFFSET_ALPHA ? 4 : 3;
  let order = 0;
  setDecoded(0, 3, 255);
  setDecoded(1, 3, 255);
  for (let channel: usize = 0; channel < channels; channel++) {
    const low = exactOf(0, channel);
    const offset = exactOf(1, channel) - low;
    if (offset < -32 || offset > 31) return false;
    const first = putByte(2 * channel, (low << 1) & 255, range);
    const second = putByte(2 * channel + 1, ((offset << 1) & 0x7f) | (low & 0x80), range);
    const base = (first >> 1) | (second & 0x80);
    const more = ((second >> 1) << 26) >> 26;
    // A value that is rounded over a bit with another meaning.
    if (abs(base - low) > 16 || abs(more - offset) > 16) return false;
    if (channel < 3) order += more;
    setDecoded(0, channel, base);
    setDecoded(1, channel, min(255, max(0, base + more)));
  }
  return order >= 0;
}

function square(value: i32): i32 {
  return value * value;
}
