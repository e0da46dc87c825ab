/** Colors of 5, 6 and 5 bits, as BC1 stores its ends. */

/** Nearest color of 16 bits; channels are 0 to 255. */
export function pack565(red: i32, green: i32, blue: i32): i32 {
  const five = (red * 31 + 127) / 255;
  const six = (green * 63 + 127) / 255;
  return (five << 11) | (six << 5) | ((blue * 31 + 127) / 255);
}

export function red(color: i32): i32 {
  return ((color >> 11) << 3) | (color >> 13);
}

export function green(color: i32): i32 {
  return ((color >> 3) & 0xfc) | ((color >> 9) & 3);
}

export function blue(color: i32): i32 {
  return ((color & 31) << 3) | ((color >> 2) & 7);
}
