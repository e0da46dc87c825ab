/**
 * The plain lines of Wavefront OBJ: `v`, `vt`, `vn`, `f`, comments. Whatever else a line is, also a wrong one, is left to
 * the caller, who reads it again with all the care that messages need.
 */
import { isBlank, numberEnd, parseNumber, skipSpaces } from "./obj_number";

/** A cursor's fields: how much has been read, and where the next value of each list goes. */
@unmanaged
class Cursor {
  /** First byte that has not been read. */
  at: u32;
  /** Line feeds passed. */
  lines: u32;
  /** What the file had so far; faces may name no more. */
  positionCount: i32;
  uvCount: i32;
  normalCount: i32;
  /** Whether a position of this call had a color. */
  hasColors: u32;
  /** x y z, f32. */
  positions: u32;
  /** red green blue of every position, f32. */
  colors: u32;
  /** u v, f32. */
  uvs: u32;
  /** x y z, f32. */
  normals: u32;
  /** Position, uv and normal of each corner, i32, -1 for none. */
  corners: u32;
  /** Corners of each face, u32. */
  faces: u32;
}

/**
 * Reads lines from `cursor.at` up to `end`, behind which a line feed stands. True where a line needs the caller:
 * `cursor.at` is its first byte then, and nothing of it has been written.
 */
export function scanObj(cursor: Cursor, end: usize): bool {
  let at: usize = cursor.at;
  while (at < end) {
    const start = at;
    at = skipSpaces(at);
    const first = load<u8>(at);
    let isRead = true;
    if (first === 0x0a) {
      at++;
      cursor.lines++;
      continue;
    }
    if (first === 0x66) isRead = isBlank(load<u8>(at, 1)) && readFace(cursor, at + 1);
    else if (first === 0x76) isRead = readVertex(cursor, at);
    else if (first === 0x23) lineEnd = behindComment(at);
    else isRead = false;
    // A face's line may go on: then it ends in a backslash, which is no corner.
    if (!isRead || lineEnd === 0) {
      cursor.at = <u32>start;
      return true;
    }
    at = lineEnd;
    cursor.lines++;
  }
  cursor.at = <u32>at;
  return false;
}

/** A face with more is refused by the caller. */
const MAX_CORNERS = 4096;

/** Behind the line feed of the line that was read last; 0 where it ends otherwise. */
let lineEnd: usize = 0;

/** A backslash at its end does not prolong a comment: `# C:\models\` is one. */
function behindComment(at: usize): usize {
  while (load<u8>(at) !== 0x0a) at++;
  return at + 1;
}

function finishLine(at: usize): bool {
  at = skipSpaces(at);
  lineEnd = load<u8>(at) === 0x0a ? at + 1 : 0;
  return lineEnd !== 0;
}

function readVertex(cursor: Cursor, at: usize): bool {
  const second = load<u8>(at, 1);
  if (isBlank(second)) return readPosition(cursor, at + 2);
  if (!isBlank(load<u8>(at, 2))) return false;
  if (second === 0x6e) {
    const to = cursor.normals;
    if (!readNumbers(at + 3, to, 3) || !finishLine(numberEnd)) return false;
    cursor.normals = to + 12;
    cursor.normalCount++;
    return true;
  }
  if (second !== 0x74) return false;
  const to = cursor.uvs;
  if (!readNumbers(at + 3, to, 2)) return false;
  if (!finishLine(numberEnd)) {
    // A third coordinate is of no use to a picture.
    parseNumber(skipSpaces(numberEnd));
    if (numberEnd === 0 || !finishLine(numberEnd)) return false;
  }
  cursor.uvs = to + 8;
  cursor.uvCount++;
  return true;
}

/** `v x y z`, with a weight, which only curves have a use for, or with a color and perhaps its alpha. */
function readPosition(cursor: Cursor, at: usize): bool {
  const to = cursor.positions;
  const color = cursor.colors;
  if (!readNumbers(at, to, 3)) return false;
  let more = 0;
  while (!finishLine(numberEnd)) {
    const value = parseNumber(skipSpaces(numberEnd));
    if (numberEnd === 0 || more === 4) return false;
    if (more < 3) store<f32>(color + (more << 2), value);
    more++;
  }
  if (more === 2) return false;
  if (more >= 3) cursor.hasColors = 1;
  else for (let channel = 0; channel < 12; channel += 4) store<f32>(color + channel, 1);
  cursor.positions = to + 12;
  cursor.colors = color + 12;
  cursor.positionCount++;
  return true;
}

function readNumbers(at: usize, to: usize, count: i32): bool {
  for (; count > 0; count--, to += 4) {
    at = skipSpaces(at);
    const value = parseNumber(at);
    if (numberEnd === 0) return false;
    store<f32>(to, value);
    at = numberEnd;
  }
  return true;
}

function readFace(cursor: Cursor, at: usize): bool {
  let to: usize = cursor.corners;
  let count = 0;
  for (;;) {
    at = skipSpaces(at);
    if (load<u8>(at) === 0x0a) break;
    at = readIndex(at, cursor.positionCount);
    if (at === 0) return false;
    store<i32>(to, index);
    let uv = -1;
    let normal = -1;
    if (load<u8>(at) === 0x2f) {
      at++;
      if (load<u8>(at) !== 0x2f) {
        at = readIndex(at, cursor.uvCount);
        if (at === 0) return false;
        uv = index;
      }
      if (load<u8>(at) === 0x2f) {
        at = readIndex(at + 1, cursor.normalCount);
        if (at === 0) return false;
        normal = index;
      }
    }
    if (!isBlank(load<u8>(at))) return false;
    store<i32>(to, uv, 4);
    store<i32>(to, normal, 8);
    to += 12;
    count++;
  }
  if (count < 3 || count > MAX_CORNERS) return false;
  cursor.corners = <u32>to;
  store<u32>(cursor.faces, count);
  cursor.faces += 4;
  lineEnd = at + 1;
  return true;
}

/** The index that was read last, counted from 0. */
let index: i32 = 0;

/** Reads an index into a list of `count` and gives the place behind it; 0 where it is none of the list's. */
function readIndex(at: usize, count: i32): usize {
  const isNegative = load<u8>(at) === 0x2d;
  if (isNegative) at++;
  const start = at;
  let value: u32 = 0;
  for (let digit: u32 = load<u8>(at) - 0x30; digit <= 9; digit = load<u8>(++at) - 0x30)
    value = value * 10 + digit;
  // Nine digits do not wrap around.
  if (at === start || at - start > 9) return 0;
  index = isNegative ? count - <i32>value : <i32>value - 1;
  return index >= 0 && index < count ? at : 0;
}
