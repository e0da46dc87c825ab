/**
 * Halves images for mip chains. Between levels an image has 16 bits a channel, color in linear light; sums are exact, so
 * the bytes are the same everywhere.
 */

/** RGBA8 to 16 bits a channel: color through a table of 256 u16, alpha by 257. */
export function widenColor(src: usize, texels: i32, table: usize, dst: usize): void {
  for (const end = src + ((<usize>texels) << 2); src < end; src += 4, dst += 8) {
    store<u16>(dst, load<u16>(table + ((<usize>load<u8>(src)) << 1)));
    store<u16>(dst, load<u16>(table + ((<usize>load<u8>(src, 1)) << 1)), 2);
    store<u16>(dst, load<u16>(table + ((<usize>load<u8>(src, 2)) << 1)), 4);
    store<u16>(dst, <u16>load<u8>(src, 3) * 257, 6);
  }
}

/** RGBA8 to 16 bits a channel, all by 257. An even number of texels. */
export function widenPlain(src: usize, texels: i32, dst: usize): void {
  for (const end = src + ((<usize>texels) << 2); src < end; src += 8, dst += 16) {
    v128.store(dst, v128.mul<i16>(v128.load_ext<u8>(src), v128.splat<i16>(257)));
  }
}

/** 16 bits a channel to RGBA8: color through a table of 65,536 bytes, alpha rounded. */
export function narrowColor(src: usize, texels: i32, table: usize, dst: usize): void {
  for (const end = src + ((<usize>texels) << 3); src < end; src += 8, dst += 4) {
    store<u8>(dst, load<u8>(table + <usize>load<u16>(src)));
    store<u8>(dst, load<u8>(table + <usize>load<u16>(src, 2)), 1);
    store<u8>(dst, load<u8>(table + <usize>load<u16>(src, 4)), 2);
    store<u8>(dst, narrowed(load<u16>(src, 6)), 3);
  }
}

/** 16 bits a channel to RGBA8, all rounded. */
export function narrowPlain(src: usize, texels: i32, dst: usize): void {
  for (const end = src + ((<usize>texels) << 3); src < end; src += 2, dst += 1) {
    store<u8>(dst, narrowed(load<u16>(src)));
  }
}

function narrowed(value: u16): u8 {
  return <u8>((<u32>value + 128) / 257);
}

/** Averages each 2x2 of an image of even sides, 16 bits a channel. */
export function halve(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 3;
  const half = v128.splat<i32>(2);
  for (let y = 0; y < height; y += 2, src += stride) {
    for (const end = src + stride; src < end; src += 16, dst += 8) {
      const above = v128.load(src);
      const below = v128.load(src + stride);
      const left = v128.add<i32>(v128.extend_low<u16>(above), v128.extend_low<u16>(below));
      const right = v128.add<i32>(v128.extend_high<u16>(above), v128.extend_high<u16>(below));
      const mean = v128.shr<u32>(v128.add<i32>(v128.add<i32>(left, right), half), 2);
      v128.store64_lane(dst, v128.narrow<u32>(mean, mean), 0);
    }
  }
}

/** As `halve`, colors weighted by alpha; where all four are transparent the plain average stays. */
export function halveWeighted(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 3;
  for (let y = 0; y < height; y += 2, src += stride) {
    for (const end = src + stride; src < end; src += 16, dst += 8)
      averageWeighted(src, src + stride, dst);
  }
}

function averageWeighted(above: usize, below: usize, dst: usize): void {
  const first = <u64>load<u16>(above, 6);
  const second = <u64>load<u16>(above, 14);
  const third = <u64>load<u16>(below, 6);
  const fourth = <u64>load<u16>(below, 14);
  const alpha = first + second + third + fourth;
  const isClear = alpha === 0;
  for (let channel: usize = 0; channel < 6; channel += 2) {
    const one = <u64>load<u16>(above + channel);
    const two = <u64>load<u16>(above + channel, 8);
    const three = <u64>load<u16>(below + channel);
    const four = <u64>load<u16>(below + channel, 8);
    const mean = isClear
      ? (one + two + three + four + 2) >> 2
      : roundedQuotient(one * first + two * second + three * third + four * fourth, alpha);
    store<u16>(dst + channel, <u16>mean);
  }
  store<u16>(dst, <u16>((alpha + 2) >> 2), 6);
}

function roundedQuotient(sum: u64, divisor: u64): u64 {
  return (2 * sum + divisor) / (2 * divisor);
}

/** Makes every xyz of unit length; a vanished normal points out of the surface. 16 bits a channel, 32767.5 is 0. */
export function renormalise(texels: usize, count: i32): void {
  for (const end = texels + ((<usize>count) << 3); texels < end; texels += 8) {
    const x = <f64>load<u16>(texels) * 2 - 65535;
    const y = <f64>load<u16>(texels, 2) * 2 - 65535;
    const z = <f64>load<u16>(texels, 4) * 2 - 65535;
    const length = sqrt(x * x + y * y + z * z);
    const scale: f64 = length === 0 ? 0 : 32767.5 / length;
    store<u16>(texels, <u16>(x * scale + 32768));
    store<u16>(texels, <u16>(y * scale + 32768), 2);
    store<u16>(texels, length === 0 ? 65535 : <u16>(z * scale + 32768), 4);
  }
}
