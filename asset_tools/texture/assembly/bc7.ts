/** BC7, quickly while a game is made and finely when it ships. */
import { encodeMode6, encodeMode6Fine } from "./bc7_mode6.ts";
import { encodeOwnChannel } from "./bc7_own_channel.ts";
import { encodeTwoLines } from "./bc7_two_lines.ts";
import { loadPlanes } from "./planes.ts";
import { principalAxis } from "./principal_axis.ts";

/** Mode 6 only. */
export function encodeBc7FastBlock(src: usize, stride: usize, dst: usize): void {
  const mean = loadPlanes(src, stride);
  encodeMode6(mean, principalAxis(), dst);
}

/** Squared error of a block below which other modes are not tried: half a step a channel. */
const GOOD_ENOUGH: f32 = 16;

/** And below which a channel with steps of its own is not: 43 dB. */
const PASSABLE: f32 = 150;

/** The best of modes 1 and 3 to 7. */
export function encodeBc7FineBlock(src: usize, stride: usize, dst: usize): void {
  const mean = loadPlanes(src, stride);
  const axis = principalAxis();
  const isOpaque = v128.extract_lane<f32>(mean, 3) === 255;
  let error = encodeMode6Fine(mean, axis, dst);
  if (error > GOOD_ENOUGH) error = encodeTwoLines(mean, axis, isOpaque, error, dst);
  if (error > (isOpaque ? PASSABLE : GOOD_ENOUGH)) {
    encodeOwnChannel(src, stride, isOpaque, error, dst);
  }
}
