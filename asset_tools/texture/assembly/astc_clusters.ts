/** Which of the format's cuts suit the block: those most like its clusters of color, and of these the ones nearest to lines. */
import { axisOfSums, meanOfSums } from "./astc_axis.ts";
import { nearestCuts } from "./astc_cut_distances.ts";
import { errorsOfCuts, sumBlock } from "./astc_cut_errors.ts";
import {
  allTexels,
  centerColor,
  rowCount,
  sums,
  sumTexels,
  texelRow,
  total,
} from "./astc_texels.ts";
import { alphaOf, blueOf, greenOf, redOf } from "./lanes.ts";

/** Colors of the clusters' middles, vectors of length 1 along their lines (0 at first), and their texels. */
const middles = memory.data(48, 16);
const axes = memory.data(48, 16);
const clusters = memory.data(24, 8);

/** How many cuts are compared by their lines. */
const CANDIDATES: u32 = 48;

/** Numbers of the candidates, the nearest first; then number and error of the best. */
const candidates = memory.data(64 * 2);
const chosen = memory.data(16 * 8);
let chosenCount: u32 = 0;

export function chosenCuts(): u32 {
  return chosenCount;
}

/** Number of a cut. */
export function chosenCut(index: u32): u32 {
  return load<u32>(chosen + (index << 3));
}

/** Sum of squared distances from the lines that fit the cut's parts best. */
export function chosenError(index: u32): f32 {
  return load<f32>(chosen + (index << 3), 4);
}

/** Finds at most `most` cuts for a block whose single line is between two colors. */
export function chooseCuts(parts: u32, low: v128, high: v128, most: u32): void {
  startMiddles(parts, low, high);
  assignTexels(parts);
  for (let turn = 0; turn < 2; turn++) {
    moveMiddles(parts, false);
    assignTexels(parts);
  }
  for (let turn = 0; turn < 2; turn++) {
    moveMiddles(parts, true);
    assignTexels(parts);
  }
  const count = nearestCuts(parts, clusters, CANDIDATES, candidates);
  chosenCount = 0;
  sumBlock();
  for (let index: u32 = 0; index < count; index += 4) {
    const four = candidates + ((<usize>index) << 1);
    v128.store(fourErrors, errorsOfCuts(parts, four));
    for (let each: u32 = 0; each < min<u32>(4, count - index); each++) {
      const at = <usize>each;
      insert(most, load<u16>(four + (at << 1)), load<f32>(fourErrors + (at << 2)));
    }
  }
}

const fourErrors = memory.data(16, 16);

/** Into the list of the chosen with the least error first, of which only `most` stay. */
function insert(most: u32, number: u32, error: f32): void {
  let index = chosenCount;
  if (index < most) chosenCount++;
  else if (error >= chosenError(--index)) return;
  for (; index > 0 && error < chosenError(index - 1); index--) {
    store<u64>(chosen + (index << 3), load<u64>(chosen + ((index - 1) << 3)));
  }
  store<u32>(chosen + (index << 3), number);
  store<f32>(chosen + (index << 3), error, 4);
}

/** Evenly on the line. */
function startMiddles(parts: u32, low: v128, high: v128): void {
  memory.fill(axes, 0, 48);
  const line = v128.sub<f32>(high, low);
  for (let part: u32 = 0; part < parts; part++) {
    const share = <f32>(<u32>2 * part + 1) / <f32>(<u32>2 * parts);
    const middle = v128.add<f32>(low, v128.mul<f32>(line, f32x4.splat(share)));
    v128.store(middles + (part << 4), middle);
  }
}

/** Each texel to the nearest middle or line. */
function assignTexels(parts: u32): void {
  store<u64>(clusters, 0);
  store<u64>(clusters, 0, 8);
  store<u64>(clusters, 0, 16);
  for (let row: usize = 0; row < rowCount(); row++) {
    const first = distances(row, 0);
    const second = distances(row, 1);
    const third = parts === 3 ? distances(row, 2) : f32x4.splat(f32.MAX_VALUE);
    const least = v128.min<f32>(v128.min<f32>(first, second), third);
    const isFirst = <u64>v128.bitmask<i32>(v128.eq<f32>(first, least));
    const isSecond = <u64>v128.bitmask<i32>(v128.eq<f32>(second, least)) & ~isFirst;
    const place = <u64>(row << 2);
    store<u64>(clusters, load<u64>(clusters) | (isFirst << place));
    store<u64>(clusters, load<u64>(clusters, 8) | (isSecond << place), 8);
    store<u64>(clusters, load<u64>(clusters, 16) | ((15 & ~(isFirst | isSecond)) << place), 16);
  }
  for (let place: usize = 0; place < 24; place += 8) {
    store<u64>(clusters + place, load<u64>(clusters + place) & allTexels());
  }
}

function distances(row: usize, part: usize): v128 {
  const middle = v128.load(middles + (part << 4));
  const red = v128.sub<f32>(texelRow(0, row), redOf(middle));
  const green = v128.sub<f32>(texelRow(1, row), greenOf(middle));
  const blue = v128.sub<f32>(texelRow(2, row), blueOf(middle));
  const alpha = v128.sub<f32>(texelRow(3, row), alphaOf(middle));
  const axis = v128.load(axes + (part << 4));
  const along = v128.add<f32>(
    v128.add<f32>(v128.mul<f32>(red, redOf(axis)), v128.mul<f32>(green, greenOf(axis))),
    v128.add<f32>(v128.mul<f32>(blue, blueOf(axis)), v128.mul<f32>(alpha, alphaOf(axis))),
  );
  const square = v128.add<f32>(
    v128.add<f32>(v128.mul<f32>(red, red), v128.mul<f32>(green, green)),
    v128.add<f32>(v128.mul<f32>(blue, blue), v128.mul<f32>(alpha, alpha)),
  );
  return v128.sub<f32>(square, v128.mul<f32>(along, along));
}

/** To the means of the clusters, and to the lines through these. */
function moveMiddles(parts: u32, hasLines: bool): void {
  for (let part: u32 = 0; part < parts; part++) {
    const bits = load<u64>(clusters + (part << 3));
    if (bits === 0) continue;
    sumTexels(bits);
    const count = <f32>popcnt(bits);
    v128.store(middles + (part << 4), v128.add<f32>(centerColor(), meanOfSums(sums, count)));
    if (!hasLines) continue;
    const axis = axisOfSums(sums, count, v128.splat<i32>(-1));
    const length = total(v128.mul<f32>(axis, axis));
    const scale = length > 0 ? <f32>1 / sqrt<f32>(length) : 0;
    v128.store(axes + (part << 4), v128.mul<f32>(axis, f32x4.splat(scale)));
  }
}
