/**
 * ETC2's plane: colors at three corners, of 6, 7 and 6 bits, and between them a slope along each axis. The corners are
 * those of the plane that fits the block best by least squares.
 */

/** Bits of the colors at the origin, to its right and below it: three channels each. */
const corners = memory.data(36);

/** Writes the block where its squared error is below `limit`; gives the lower of both. Planes as etc_color.ts has them. */
export function encodePlane(planes: usize, isFine: bool, limit: i32, dst: usize): i32 {
  let error = 0;
  for (let channel: usize = 0; channel < 3 && error < limit; channel++) {
    const values = planes + (channel << 5);
    const first = fitChannel(values, channel);
    error += isFine ? searchChannel(values, channel, first) : first;
  }
  if (error >= limit) return limit;
  writePlane(dst);
  return error;
}

/**
 * Over the 4x4 grid the slopes are independent of each other and of the mean: each is a weighted sum of the values with
 * weights -3, -1, 1, 3 whose squares add up to 80 in the units of half a texel.
 */
function fitChannel(values: usize, channel: usize): i32 {
  let sum = 0;
  let across = 0;
  let down = 0;
  for (let x = 0; x < 4; x++) {
    for (let y = 0; y < 4; y++) {
      const value = <i32>load<i16>(values + <usize>(((x << 2) + y) << 1));
      sum += value;
      across += value * (2 * x - 3);
      down += value * (2 * y - 3);
    }
  }
  const mean = <f32>sum / 16;
  // A slope a texel is twice that of half a texel; the grid's middle is one and a half texels from the origin.
  const slopeAcross = <f32>across / 40;
  const slopeDown = <f32>down / 40;
  const origin = mean - <f32>1.5 * (slopeAcross + slopeDown);
  const place = corners + (channel << 2);
  const start = storeCorner(place, origin, channel);
  const right = storeCorner(place + 12, origin + 4 * slopeAcross, channel);
  const below = storeCorner(place + 24, origin + 4 * slopeDown, channel);
  return channelError(values, start, right, below);
}

/** Of what a decoder makes of a channel's bytes at the corners. */
function channelError(values: usize, start: i32, right: i32, below: i32): i32 {
  let error = 0;
  for (let x = 0; x < 4; x++) {
    for (let y = 0; y < 4; y++) {
      const exact = (x * (right - start) + y * (below - start) + 4 * start + 2) >> 2;
      const decoded = min(255, max(0, exact));
      const difference = <i32>load<i16>(values + <usize>(((x << 2) + y) << 1)) - decoded;
      error += difference * difference;
    }
  }
  return error;
}

/** Moves the corners by one bit each as long as that helps; gives the error. */
function searchChannel(values: usize, channel: usize, first: i32): i32 {
  const place = corners + (channel << 2);
  const most = channel === 1 ? 127 : 63;
  let least = first;
  let before = first + 1;
  while (least < before) {
    before = least;
    for (let which: usize = 0; which < 36; which += 12) {
      for (let step = -1; step < 2; step += 2) {
        const bits = load<i32>(place + which);
        if (bits + step < 0 || bits + step > most) continue;
        store<i32>(place + which, bits + step);
        const error = channelError(
          values,
          cornerByte(place, channel),
          cornerByte(place + 12, channel),
          cornerByte(place + 24, channel),
        );
        if (error < least) least = error;
        else store<i32>(place + which, bits);
      }
    }
  }
  return least;
}

/** What a decoder makes of a corner's bits. */
function cornerByte(place: usize, channel: usize): i32 {
  const bits = load<i32>(place);
  return channel === 1 ? (bits << 1) | (bits >> 6) : (bits << 2) | (bits >> 4);
}

/** Stores the nearest bits and gives what a decoder makes of them. */
function storeCorner(place: usize, value: f32, channel: usize): i32 {
  const most: f32 = channel === 1 ? 127 : 63;
  const bits = <i32>nearest<f32>(min<f32>(most, max<f32>(0, (value * most) / 255)));
  store<i32>(place, bits);
  return cornerByte(place, channel);
}

function corner(which: usize, channel: usize): u32 {
  return load<u32>(corners + which * 12 + (channel << 2));
}

/**
 * The block looks like one of two bases whose blue overflows, while red and green do not; the bits between the corners'
 * are chosen for that.
 */
function writePlane(dst: usize): void {
  const red = corner(0, 0);
  const green = corner(0, 1);
  const blue = corner(0, 2);
  const redByte = withoutOverflow((red << 1) | (green >> 6));
  const greenByte = withoutOverflow(((green & 63) << 1) | (blue >> 5));
  const blueByte = withOverflow((blue >> 3) & 3, (blue >> 1) & 3);
  const rightRed = corner(1, 0);
  const last = ((blue & 1) << 7) | ((rightRed >> 1) << 2) | 2 | (rightRed & 1);
  store<u32>(dst, bswap<u32>((redByte << 24) | (greenByte << 16) | (blueByte << 8) | last));
  const rest =
    (corner(1, 1) << 25) |
    (corner(1, 2) << 19) |
    (corner(2, 0) << 13) |
    (corner(2, 1) << 6) |
    corner(2, 2);
  store<u32>(dst, bswap<u32>(rest), 4);
}

/** Five bits, the first of them free, and a signed difference of three: the free bit keeps their sum in five bits. */
function withoutOverflow(seven: u32): u32 {
  const base = <i32>(seven >> 3);
  const difference = ((<i32>(seven & 7)) << 29) >> 29;
  return base + difference < 0 ? seven | 128 : seven;
}

/** Two bits of a base and two of a difference, whose other bits are free: their sum leaves five bits. */
function withOverflow(base: u32, difference: u32): u32 {
  return base + difference >= 4 ? 0xe0 | (base << 3) | difference : (base << 3) | 4 | difference;
}
