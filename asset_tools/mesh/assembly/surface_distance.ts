/** How far samples of one surface are from another, at most. */
import { cornerAt, Surface } from "./surface";
import { squaredDistance } from "./triangle_grid";

/**
 * The largest squared distance of a corner, middle of a side or middle of a triangle of `from` to `to`, or `start` if that is
 * more. Stops with what it has once that is above `limit`. `heads` has a u32 a vertex, all 0; `sides` has room for two u32 an
 * index.
 */
export function largestDistance(
  from: Surface,
  to: Surface,
  start: f64,
  limit: f64,
  heads: usize,
  sides: usize,
): f64 {
  let largest = start;
  // What is a corner of both is where it was.
  if (from.positions === to.positions) markCorners(to, heads);
  for (let at: u32 = 0; at < from.indexCount && largest <= limit; at++) {
    const head = headOf(from, at, heads);
    if (load<u32>(head) !== 0) continue;
    store<u32>(head, 1);
    const place = cornerAt(from, at);
    largest = farther(to, load<f32>(place), load<f32>(place, 4), load<f32>(place, 8), largest);
  }
  memory.fill(heads, 0, (<usize>from.vertexCount) << 2);
  let next: u32 = 1;
  for (let at: u32 = 0; at < from.indexCount && largest <= limit; at += 3) {
    largest = fromMiddle(from, to, at, largest);
    for (let side: u32 = 0; side < 3; side++) {
      const end = side === 2 ? at : at + side + 1;
      if (!isNewSide(from, at + side, end, heads, sides, next)) continue;
      next++;
      largest = fromSide(from, to, at + side, end, largest);
    }
  }
  return largest;
}

function markCorners(surface: Surface, heads: usize): void {
  for (let at: u32 = 0; at < surface.indexCount; at++) store<u32>(headOf(surface, at, heads), 1);
}

function headOf(surface: Surface, at: u32, heads: usize): usize {
  return heads + ((<usize>load<u32>(<usize>surface.indices + ((<usize>at) << 2))) << 2);
}

/**
 * Whether no triangle before has the side. Each vertex heads a chain of the sides to vertices with higher numbers: the other
 * vertex, and the number of the next side from 1 on.
 */
function isNewSide(
  surface: Surface,
  start: u32,
  end: u32,
  heads: usize,
  sides: usize,
  number: u32,
): bool {
  const a = load<u32>(<usize>surface.indices + ((<usize>start) << 2));
  const b = load<u32>(<usize>surface.indices + ((<usize>end) << 2));
  const head = heads + ((<usize>min(a, b)) << 2);
  const other = max(a, b);
  for (let at = load<u32>(head); at !== 0; at = load<u32>(sides + ((<usize>at - 1) << 3), 4)) {
    if (load<u32>(sides + ((<usize>at - 1) << 3)) === other) return false;
  }
  const own = sides + ((<usize>number - 1) << 3);
  store<u32>(own, other);
  store<u32>(own, load<u32>(head), 4);
  store<u32>(head, number);
  return true;
}

function fromMiddle(from: Surface, to: Surface, at: u32, largest: f64): f64 {
  const a = cornerAt(from, at);
  const b = cornerAt(from, at + 1);
  const c = cornerAt(from, at + 2);
  return farther(
    to,
    third(a, b, c),
    third(a + 4, b + 4, c + 4),
    third(a + 8, b + 8, c + 8),
    largest,
  );
}

function third(a: usize, b: usize, c: usize): f64 {
  const share: f64 = 1.0 / 3.0;
  return share * <f64>load<f32>(a) + share * <f64>load<f32>(b) + share * <f64>load<f32>(c);
}

function fromSide(from: Surface, to: Surface, start: u32, end: u32, largest: f64): f64 {
  const a = cornerAt(from, start);
  const b = cornerAt(from, end);
  return farther(to, half(a, b), half(a + 4, b + 4), half(a + 8, b + 8), largest);
}

function half(a: usize, b: usize): f64 {
  return 0.5 * <f64>load<f32>(a) + 0.5 * <f64>load<f32>(b);
}

function farther(to: Surface, x: f64, y: f64, z: f64, largest: f64): f64 {
  return max(largest, squaredDistance(to, x, y, z, largest));
}
