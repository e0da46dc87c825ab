/**
 * ASTC in blocks of 4x4: one line through RGB with sixteen steps where the block is opaque, else through RGBA with eight;
 * either leaves room for ends of 192 levels. Format: Khronos Data Format Specification, "ASTC".
 */
import { byteOf, levelOf, putLevels } from "./astc_ends.ts";
import { writeFlat } from "./astc_flat.ts";
import { finishBits, putBits, startBits } from "./bits.ts";
import { clampByte, sumLanes } from "./lanes.ts";
import {
  findEnds,
  highEnd,
  lowEnd,
  projectSteps,
  refineEnds,
  shares,
  squaredError,
  steps,
} from "./line.ts";
import { loadPlanes } from "./planes.ts";
import { principalAxis } from "./principal_axis.ts";

/** Block modes: 4x4 weights of sixteen and of eight steps, one plane. */
const SIXTEEN_STEPS = 0x242;
const EIGHT_STEPS = 0x53;

/** How ends are stored: two values a channel, as they are. */
const RGB_ENDS = 8;
const RGBA_ENDS = 12;

/** An encoded block that may not be the best. */
const attempt = memory.data(16, 16);

/** Encodes the block at `src` into 16 bytes. */
export function encodeAstc4x4Block(src: usize, stride: usize, dst: usize): void {
  if (isFlat(src, stride)) {
    writeFlat(dst, load<u32>(src));
    return;
  }
  const mean = loadPlanes(src, stride);
  const isOpaque = v128.extract_lane<f32>(mean, 3) === 255;
  findEnds(mean, principalAxis());
  const first = encodeLine(mean, isOpaque, dst);
  if (first === 0 || !refineEnds(mean)) return;
  if (encodeLine(mean, isOpaque, attempt) < first) v128.store(dst, v128.load(attempt));
}

function isFlat(src: usize, stride: usize): bool {
  const first = v128.load32_splat(src);
  const upper = v128.and(
    v128.eq<i8>(v128.load(src), first),
    v128.eq<i8>(v128.load(src + stride), first),
  );
  const lower = v128.and(
    v128.eq<i8>(v128.load(src + 2 * stride), first),
    v128.eq<i8>(v128.load(src + 3 * stride), first),
  );
  return v128.all_true<i8>(v128.and(upper, lower));
}

/** Levels of the ends, two a channel. Not all blocks have the last ones. */
const levels = memory.data(16);

/** Writes the block for the line between the ends; gives its squared error. */
function encodeLine(mean: v128, isOpaque: bool, dst: usize): f32 {
  let low = storedColor(lowEnd());
  let high = storedColor(highEnd());
  // A decoder takes ends whose second is darker for another way of storing them.
  if (brightness(low) > brightness(high)) {
    const darker = high;
    high = low;
    low = darker;
  }
  const line = v128.sub<f32>(high, low);
  projectSteps(low, line, mean, isOpaque ? 15 : 7);
  weighSteps(isOpaque);
  const error = squaredError(low, line, mean);
  writeBlock(dst, v128.trunc_sat<i32>(low), v128.trunc_sat<i32>(high), isOpaque);
  return error;
}

/** The nearest color whose channels are levels. */
function storedColor(color: v128): v128 {
  const bytes = v128.trunc_sat<i32>(v128.nearest<f32>(clampByte(color)));
  return f32x4(
    <f32>byteOf(levelOf(v128.extract_lane<i32>(bytes, 0))),
    <f32>byteOf(levelOf(v128.extract_lane<i32>(bytes, 1))),
    <f32>byteOf(levelOf(v128.extract_lane<i32>(bytes, 2))),
    <f32>byteOf(levelOf(v128.extract_lane<i32>(bytes, 3))),
  );
}

function brightness(color: v128): f32 {
  return v128.extract_lane<f32>(sumLanes(v128.and(color, i32x4(-1, -1, -1, 0))), 0);
}

/** Steps become weights of six bits by repeating their bits; the upper half is one higher, so that 64 is reached. */
function weighSteps(isOpaque: bool): void {
  for (let row: usize = 0; row < 64; row += 16) {
    const step = v128.load(steps + row);
    const repeated = isOpaque
      ? v128.add<f32>(
          v128.mul<f32>(step, f32x4.splat(4)),
          v128.floor<f32>(v128.mul<f32>(step, f32x4.splat(0.25))),
        )
      : v128.mul<f32>(step, f32x4.splat(9));
    const isUpper = v128.gt<f32>(repeated, f32x4.splat(32));
    const weight = v128.add<f32>(repeated, v128.and(isUpper, f32x4.splat(1)));
    v128.store(shares + row, v128.mul<f32>(weight, f32x4.splat(1.0 / 64.0)));
  }
}

/** Mode, ends from bit 17 up, and weights from the last bit down. */
function writeBlock(dst: usize, low: v128, high: v128, isOpaque: bool): void {
  v128.store(levels, v128.splat<i8>(0));
  storeLevels(0, v128.extract_lane<i32>(low, 0), v128.extract_lane<i32>(high, 0));
  storeLevels(2, v128.extract_lane<i32>(low, 1), v128.extract_lane<i32>(high, 1));
  storeLevels(4, v128.extract_lane<i32>(low, 2), v128.extract_lane<i32>(high, 2));
  if (!isOpaque) storeLevels(6, v128.extract_lane<i32>(low, 3), v128.extract_lane<i32>(high, 3));
  startBits();
  putBits(isOpaque ? SIXTEEN_STEPS : EIGHT_STEPS, 13);
  putBits(isOpaque ? RGB_ENDS : RGBA_ENDS, 4);
  putLevels(levels, isOpaque ? 6 : 8);
  finishBits(dst);
  store<u64>(dst, load<u64>(dst, 8) | (isOpaque ? packedSixteen() : packedEight()), 8);
}

function storeLevels(place: usize, low: i32, high: i32): void {
  store<u8>(levels + place, <u8>levelOf(low));
  store<u8>(levels + place, <u8>levelOf(high), 1);
}

/** Four bits a texel, the first texel's lowest bit last in the block. */
function packedSixteen(): u64 {
  let bits: u64 = 0;
  for (let texel: usize = 0; texel < 16; texel++) {
    bits = (bits << 4) | <u64>reversed(<u32>load<f32>(steps + (texel << 2)), 4);
  }
  return bits;
}

/** Three bits a texel in the upper 48. */
function packedEight(): u64 {
  let bits: u64 = 0;
  for (let texel: usize = 0; texel < 16; texel++) {
    bits = (bits << 3) | <u64>reversed(<u32>load<f32>(steps + (texel << 2)), 3);
  }
  return bits << 16;
}

function reversed(value: u32, count: u32): u32 {
  let bits: u32 = 0;
  for (let bit: u32 = 0; bit < count; bit++) bits = (bits << 1) | ((value >> bit) & 1);
  return bits;
}
