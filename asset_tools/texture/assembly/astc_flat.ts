/** ASTC's blocks of one color. Format: Khronos Data Format Specification, "ASTC", void-extent blocks. */

/** One color everywhere: 0xdfc and all coordinates ones, then sixteen bits a channel. */
export function writeFlat(dst: usize, rgba: u32): void {
  const color = <u64>rgba;
  const red = color & 255;
  const green = (color >> 8) & 255;
  const blue = (color >> 16) & 255;
  const alpha = color >> 24;
  store<u64>(dst, <u64>-516);
  store<u64>(dst, (red | (green << 16) | (blue << 32) | (alpha << 48)) * 257, 8);
}
