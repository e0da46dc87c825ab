/** BC7, quickly while a game is made and finely when it ships. */
import { encodeMode6, encodeMode6Fine } from "./bc7_mode6.ts";
import { encodeTwoLines } from "./bc7_two_lines.ts";
import { loadPlanes } from "./planes.ts";
import { principalAxis } from "./principal_axis.ts";

/** Mode 6 only. */
export function encodeBc7FastBlock(src: usize, stride: usize, dst: usize): void {
  const mean = loadPlanes(src, stride);
  encodeMode6(mean, principalAxis(), dst);
}

/** Squared error of a block below which other modes are not tried: half a step a channel. */
const GOOD_ENOUGH: f32 = 12;

/** Modes 1, 3 and 6, whichever comes nearest. */
export function encodeBc7FineBlock(src: usize, stride: usize, dst: usize): void {
  const mean = loadPlanes(src, stride);
  const axis = principalAxis();
  const error = encodeMode6Fine(mean, axis, dst);
  if (error > GOOD_ENOUGH && isOpaque(mean)) encodeTwoLines(mean, axis, error, dst);
}

function isOpaque(mean: v128): bool {
  return v128.extract_lane<f32>(mean, 3) === 255;
}
