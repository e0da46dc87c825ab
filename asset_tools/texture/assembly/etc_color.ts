/**
 * ETC2's RGB blocks: two halves, side by side or one above the other, each a base color plus one of four steps of
 * brightness; or a plane through the block's colors. A texel's step follows from the sum of its channels' distances from
 * the base, so a half is eight sums. Format: Khronos Data Format Specification, "ETC2".
 */
import { encodeFourColors } from "./etc_four_colors.ts";
import { encodeHalvesFine } from "./etc_halves_fine.ts";
import { encodePlane } from "./etc_plane.ts";
import { loadPaintedTexels } from "./paints.ts";

/** The small and the large step of each table. */
const tables = memory.data<i16>([2, 8, 5, 17, 9, 29, 13, 42, 18, 60, 24, 80, 33, 106, 47, 183]);

/** The block's texels in the format's order (down each column): a plane of sixteen i16 a channel. */
const planes = memory.data(96, 16);

/** Encodes the block at `src` into 8 bytes. */
export function encodeEtcColorBlock(src: usize, stride: usize, dst: usize): void {
  loadColumns(src, stride);
  const beside = encodeHalves(false, dst);
  const above = encodeHalves(true, attempt);
  const least = min(beside, above);
  if (above < beside) store<u64>(dst, load<u64>(attempt));
  encodePlane(planes, false, least, dst);
}

/** Squared error of a block below which four colors are not tried: 43 dB. */
const PASSABLE: f32 = 150;

/** The best of all kinds of block, each of them searched. */
export function encodeEtcColorFineBlock(src: usize, stride: usize, dst: usize): void {
  loadColumns(src, stride);
  loadPaintedTexels(src, stride);
  let error = <f32>encodePlane(planes, true, i32.MAX_VALUE, dst);
  if (error > 0) error = encodeHalvesFine(false, error, dst);
  if (error > 0) error = encodeHalvesFine(true, error, dst);
  if (error > PASSABLE) encodeFourColors(error, dst);
}

const attempt = memory.data(8);

function loadColumns(src: usize, stride: usize): void {
  for (let x: usize = 0; x < 4; x++) {
    for (let y: usize = 0; y < 4; y++) {
      const texel = src + y * stride + (x << 2);
      const place = planes + (((x << 2) + y) << 1);
      store<i16>(place, load<u8>(texel));
      store<i16>(place, load<u8>(texel, 1), 32);
      store<i16>(place, load<u8>(texel, 2), 64);
    }
  }
}

/** Eight values of a channel that belong to a half: two columns, or the two upper or lower texels of every column. */
function halfOf(channel: usize, second: bool, isAbove: bool): v128 {
  const left = v128.load(planes + (channel << 5));
  const right = v128.load(planes + (channel << 5), 16);
  if (!isAbove) return second ? right : left;
  return second
    ? v128.shuffle<i32>(left, right, 1, 3, 5, 7)
    : v128.shuffle<i32>(left, right, 0, 2, 4, 6);
}

function sumOfHalf(values: v128): i32 {
  const pairs = v128.dot<i16>(values, v128.splat<i16>(1));
  const fours = v128.add<i32>(pairs, v128.shuffle<i64>(pairs, pairs, 1, 0));
  return v128.extract_lane<i32>(fours, 0) + v128.extract_lane<i32>(fours, 1);
}

/** Means of the halves' channels in eighths: first red, green, blue, then second. */
const means = memory.data(24);
/** Base colors as stored, in the same order, and as a decoder expands them. */
const stored = memory.data(24);
const expanded = memory.data(24);

/** Writes the block cut in this way and gives its squared error. */
function encodeHalves(isAbove: bool, dst: usize): i32 {
  for (let channel: usize = 0; channel < 3; channel++) {
    store<i32>(means + (channel << 2), sumOfHalf(halfOf(channel, false, isAbove)));
    store<i32>(means + (channel << 2), sumOfHalf(halfOf(channel, true, isAbove)), 12);
  }
  const isDifferential = chooseBases();
  const first = encodeHalf(false, isAbove);
  const firstTable = bestTable;
  const firstSteps = bestSteps;
  const second = encodeHalf(true, isAbove);
  const steps = scatter(firstSteps, false, isAbove) | scatter(bestSteps, true, isAbove);
  const head = basesAsBits(isDifferential) | (firstTable << 5) | (bestTable << 2);
  const flags: u32 = (isDifferential ? 2 : 0) | (isAbove ? 1 : 0);
  store<u32>(dst, bswap<u32>(head | flags));
  store<u32>(dst, bswap<u32>(steps), 4);
  return first + second;
}

/** Five bits and a small difference where both bases fit that, else four bits each. True for the former. */
function chooseBases(): bool {
  let fits = true;
  for (let place: usize = 0; place < 12; place += 4) {
    const first = (load<i32>(means + place) * 31 + 1020) / 2040;
    const second = (load<i32>(means + place, 12) * 31 + 1020) / 2040;
    store<i32>(stored + place, first);
    store<i32>(stored + place, second, 12);
    if (second - first < -4 || second - first > 3) fits = false;
  }
  for (let place: usize = 0; place < 24; place += 4) {
    if (fits) {
      const five = load<i32>(stored + place);
      store<i32>(expanded + place, (five << 3) | (five >> 2));
    } else {
      const four = (load<i32>(means + place) * 15 + 1020) / 2040;
      store<i32>(stored + place, four);
      store<i32>(expanded + place, (four << 4) | four);
    }
  }
  return fits;
}

function basesAsBits(isDifferential: bool): u32 {
  let bits: u32 = 0;
  for (let place: usize = 0; place < 12; place += 4) {
    const first = load<i32>(stored + place);
    const second = load<i32>(stored + place, 12);
    const eight = isDifferential ? (first << 3) | ((second - first) & 7) : (first << 4) | second;
    bits = (bits << 8) | eight;
  }
  return bits << 8;
}

let bestTable: u32 = 0;
/** A bit a texel: whether its step is large (0 to 7), whether it darkens (8 to 15). */
let bestSteps: u32 = 0;

/** Chooses the half's table and steps; gives its squared error as long as no channel is clamped. */
function encodeHalf(second: bool, isAbove: bool): i32 {
  const base = expanded + (second ? 12 : 0);
  const red = v128.sub<i16>(halfOf(0, second, isAbove), v128.splat<i16>(<i16>load<i32>(base)));
  const green = v128.sub<i16>(halfOf(1, second, isAbove), v128.splat<i16>(<i16>load<i32>(base, 4)));
  const blue = v128.sub<i16>(halfOf(2, second, isAbove), v128.splat<i16>(<i16>load<i32>(base, 8)));
  const squares = v128.add<i32>(
    v128.add<i32>(v128.dot<i16>(red, red), v128.dot<i16>(green, green)),
    v128.dot<i16>(blue, blue),
  );
  const sum = v128.add<i16>(v128.add<i16>(red, green), blue);
  const size = v128.abs<i16>(sum);
  let least = i32.MAX_VALUE;
  for (let table: u32 = 0; table < 8; table++) {
    const error = tableError(size, table);
    if (error >= least) continue;
    least = error;
    bestTable = table;
  }
  bestSteps =
    <u32>v128.bitmask<i16>(isLarge(size, bestTable)) |
    ((<u32>v128.bitmask<i16>(v128.lt<i16>(sum, v128.splat<i16>(0)))) << 8);
  return sumOfLanes(squares) + least;
}

/** Where the large step is nearer: beyond the middle of both, three channels taken together. */
function isLarge(size: v128, table: u32): v128 {
  const small = <i32>load<i16>(tables + (table << 2));
  const large = <i32>load<i16>(tables + (table << 2), 2);
  return v128.gt<i16>(size, v128.splat<i16>(<i16>(((small + large) * 3) >> 1)));
}

/** What the steps change of the sum of squares: 3 step^2 - 2 step |sum| a texel. */
function tableError(size: v128, table: u32): i32 {
  const small = v128.splat<i16>(load<i16>(tables + (table << 2)));
  const large = v128.splat<i16>(load<i16>(tables + (table << 2), 2));
  const step = v128.bitselect(large, small, isLarge(size, table));
  const rest = v128.sub<i16>(v128.mul<i16>(step, v128.splat<i16>(3)), v128.shl<i16>(size, 1));
  return sumOfLanes(v128.dot<i16>(step, rest));
}

function sumOfLanes(values: v128): i32 {
  const half = v128.add<i32>(values, v128.shuffle<i64>(values, values, 1, 0));
  return v128.extract_lane<i32>(half, 0) + v128.extract_lane<i32>(half, 1);
}

/** Moves a half's bits to the block's texels: whether the step darkens above, whether it is large below. */
function scatter(steps: u32, second: bool, isAbove: bool): u32 {
  const large = spread(steps & 0xff, second, isAbove);
  const dark = spread(steps >> 8, second, isAbove);
  return (dark << 16) | large;
}

function spread(bits: u32, second: bool, isAbove: bool): u32 {
  if (!isAbove) return second ? bits << 8 : bits;
  // Two bits of every four: the upper or lower texels of each column.
  const columns = (bits & 3) | ((bits & 12) << 2) | ((bits & 48) << 4) | ((bits & 192) << 6);
  return second ? columns << 2 : columns;
}
