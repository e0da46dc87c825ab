/** A BC1 block with transparent texels: three colors, and code 3 for what is transparent. */
import { blue, green, pack565, red } from "./color565.ts";

/** Least and greatest of each channel of the opaque texels: i32 each, three low ones before three high ones. */
const box = memory.data(24);

export function encodeBc1Transparent(src: usize, stride: usize, dst: usize): void {
  if (!findBox(src, stride)) {
    store<u32>(dst, 0);
    store<u32>(dst, 0xffffffff, 4);
    return;
  }
  orientBox(src, stride);
  const one = pack565(load<i32>(box, 12), load<i32>(box, 16), load<i32>(box, 20));
  const other = pack565(load<i32>(box, 0), load<i32>(box, 4), load<i32>(box, 8));
  // The smaller number first selects the mode of three colors.
  const first = min(one, other);
  const second = max(one, other);
  store<u16>(dst, first);
  store<u16>(dst, second, 2);
  store<u32>(dst, threeColorIndices(src, stride, first, second), 4);
}

function isOpaque(texel: usize): bool {
  return load<u8>(texel, 3) >= 128;
}

function texelAt(src: usize, stride: usize, index: usize): usize {
  return src + (index >> 2) * stride + ((index & 3) << 2);
}

/** False where nothing is opaque. The ends are drawn in by a sixteenth. */
function findBox(src: usize, stride: usize): bool {
  let found = false;
  for (let channel: usize = 0; channel < 3; channel++) {
    let low = 255;
    let high = 0;
    for (let index: usize = 0; index < 16; index++) {
      const texel = texelAt(src, stride, index);
      if (!isOpaque(texel)) continue;
      const value = <i32>load<u8>(texel + channel);
      low = min(low, value);
      high = max(high, value);
      found = true;
    }
    const inset = (high - low) >> 4;
    store<i32>(box + (channel << 2), low + inset);
    store<i32>(box + (channel << 2), high - inset, 12);
  }
  return found;
}

/** Swaps the ends of channels that fall while the widest channel rises. */
function orientBox(src: usize, stride: usize): void {
  let widest: usize = 0;
  for (let channel: usize = 1; channel < 3; channel++) {
    if (widthOf(channel) > widthOf(widest)) widest = channel;
  }
  for (let channel: usize = 0; channel < 3; channel++) {
    if (channel !== widest && covarianceOf(src, stride, channel, widest) < 0) {
      const place = box + (channel << 2);
      const low = load<i32>(place);
      store<i32>(place, load<i32>(place, 12));
      store<i32>(place, low, 12);
    }
  }
}

function widthOf(channel: usize): i32 {
  const place = box + (channel << 2);
  return load<i32>(place, 12) - load<i32>(place);
}

function covarianceOf(src: usize, stride: usize, channel: usize, other: usize): i32 {
  const middle = load<i32>(box + (channel << 2)) + load<i32>(box + (channel << 2), 12);
  const otherMiddle = load<i32>(box + (other << 2)) + load<i32>(box + (other << 2), 12);
  let sum = 0;
  for (let index: usize = 0; index < 16; index++) {
    const texel = texelAt(src, stride, index);
    if (!isOpaque(texel)) continue;
    const deviation = <i32>load<u8>(texel + channel) * 2 - middle;
    sum += deviation * (<i32>load<u8>(texel + other) * 2 - otherMiddle);
  }
  return sum;
}

function threeColorIndices(src: usize, stride: usize, first: i32, second: i32): u32 {
  const deltaRed = red(second) - red(first);
  const deltaGreen = green(second) - green(first);
  const deltaBlue = blue(second) - blue(first);
  const length = deltaRed * deltaRed + deltaGreen * deltaGreen + deltaBlue * deltaBlue;
  let indices: u32 = 0;
  for (let index: i32 = 15; index >= 0; index--) {
    const texel = texelAt(src, stride, index);
    let code: u32 = 3;
    if (isOpaque(texel)) {
      const along =
        (<i32>load<u8>(texel) - red(first)) * deltaRed +
        (<i32>load<u8>(texel, 1) - green(first)) * deltaGreen +
        (<i32>load<u8>(texel, 2) - blue(first)) * deltaBlue;
      // Halves of the line, rounded: code 2 is its middle.
      code = along * 4 < length || length === 0 ? 0 : along * 4 < length * 3 ? 2 : 1;
    }
    indices = (indices << 2) | code;
  }
  return indices;
}
