/**
 * The block that a format of few colors is searched for: red, green and blue of sixteen texels as f32, in several orders, of
 * which each chooses the nearest of four paints. Errors are those of a decoder.
 */

/** A plane of sixteen f32 a channel: down each column, so that the halves side by side stand one after the other. */
export const besideTexels = memory.data(192, 16);
/** The same, but the upper halves of all columns before the lower ones. */
export const aboveTexels = memory.data(192, 16);

/** The same, row by row. */
export const rowTexels = memory.data(192, 16);

/** Takes the RGBA8 block at `src`. */
export function loadPaintedTexels(src: usize, stride: usize): void {
  for (let x: usize = 0; x < 4; x++) {
    for (let y: usize = 0; y < 4; y++) {
      const texel = src + y * stride + (x << 2);
      const beside = besideTexels + (((x << 2) + y) << 2);
      const above = aboveTexels + ((((y >> 1) << 3) + (x << 1) + (y & 1)) << 2);
      for (let channel: usize = 0; channel < 3; channel++) {
        const value = <f32>load<u8>(texel + channel);
        store<f32>(beside + (channel << 6), value);
        store<f32>(above + (channel << 6), value);
        store<f32>(rowTexels + (((y << 2) + x) << 2) + (channel << 6), value);
      }
    }
  }
}

/** Colors that texels choose from: four times red, green and blue, i32. */
export const paints = memory.data(48, 16);

export function setPaint(index: usize, red: i32, green: i32, blue: i32): void {
  const place = paints + index * 12;
  store<i32>(place, min(255, max(0, red)));
  store<i32>(place, min(255, max(0, green)), 4);
  store<i32>(place, min(255, max(0, blue)), 8);
}

/** Number of each texel's paint, i32, as `choosePaints` leaves them. */
export const chosenPaints = memory.data(64, 16);

/** Gives each of `rows` times four texels the nearest paint; the sum of their squared errors. */
export function choosePaints(texels: usize, rows: usize): f32 {
  let error = f32x4.splat(0);
  for (let row: usize = 0; row < rows; row++) {
    const red = v128.load(texels + (row << 4));
    const green = v128.load(texels + (row << 4), 64);
    const blue = v128.load(texels + (row << 4), 128);
    let least = f32x4.splat(f32.MAX_VALUE);
    let chosen = v128.splat<i32>(0);
    for (let index: usize = 0; index < 4; index++) {
      const place = paints + index * 12;
      const r = v128.sub<f32>(red, f32x4.splat(<f32>load<i32>(place)));
      const g = v128.sub<f32>(green, f32x4.splat(<f32>load<i32>(place, 4)));
      const b = v128.sub<f32>(blue, f32x4.splat(<f32>load<i32>(place, 8)));
      const square = v128.add<f32>(
        v128.mul<f32>(r, r),
        v128.add<f32>(v128.mul<f32>(g, g), v128.mul<f32>(b, b)),
      );
      const isNearer = v128.lt<f32>(square, least);
      least = v128.min<f32>(square, least);
      chosen = v128.bitselect(v128.splat<i32>(<i32>index), chosen, isNearer);
    }
    v128.store(chosenPaints + (row << 4), chosen);
    error = v128.add<f32>(error, least);
  }
  return (
    v128.extract_lane<f32>(error, 0) +
    v128.extract_lane<f32>(error, 1) +
    v128.extract_lane<f32>(error, 2) +
    v128.extract_lane<f32>(error, 3)
  );
}

/** A bit of each texel's paint (0 the lower, 1 the upper), the first texel lowest. */
export function paintBits(bit: i32, rows: usize): u32 {
  let bits: u32 = 0;
  for (let row: usize = 0; row < rows; row++) {
    const four = v128.shl<i32>(v128.load(chosenPaints + (row << 4)), 31 - bit);
    bits |= (<u32>v128.bitmask<i32>(four)) << (<u32>(row << 2));
  }
  return bits;
}
