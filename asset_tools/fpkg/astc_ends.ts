/** Colors of a part's two ends from their stored values. Format: Khronos Data Format Specification, "ASTC", endpoints. */

export type Color = readonly [red: number, green: number, blue: number, alpha: number];
export type Ends = readonly [low: Color, high: Color];

/** Null for the kinds with a high dynamic range, which a texture of bytes cannot have. */
export function endColors(kind: number, values: readonly number[]): Ends | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 255, h = 255] = values;
  switch (kind) {
    case 0:
      return [gray(a, 255), gray(b, 255)];
    case 1: {
      const low = (a >> 2) | (b & 0xc0);
      return [gray(low, 255), gray(Math.min(255, low + (b & 0x3f)), 255)];
    }
    case 4:
      return [gray(a, c), gray(b, d)];
    case 5: {
      const [base, offset] = transferred(a, b);
      const [alpha, alphaOffset] = transferred(c, d);
      return [gray(base, alpha), clamped(gray(base + offset, alpha + alphaOffset))];
    }
    case 6:
      return [scaled(a, b, c, d, 255), [a, b, c, 255]];
    case 8:
      return direct([a, c, e, 255], [b, d, f, 255]);
    case 9:
      return offsetEnds([a, b, c, d, e, f], 255, 0);
    case 10:
      return [scaled(a, b, c, d, e), [a, b, c, f]];
    case 12:
      return direct([a, c, e, g], [b, d, f, h]);
    case 13:
      return offsetEnds([a, b, c, d, e, f], ...transferred(g, h));
    default:
      return null;
  }
}

function gray(value: number, alpha: number): Color {
  return [value, value, value, alpha];
}

function scaled(red: number, green: number, blue: number, scale: number, alpha: number): Color {
  return [(red * scale) >> 8, (green * scale) >> 8, (blue * scale) >> 8, alpha];
}

/** Ends whose second is darker change places, and their red and green are stored as distances from blue. */
function direct(low: Color, high: Color): Ends {
  return sum(high) >= sum(low) ? [low, high] : [contracted(high), contracted(low)];
}

function sum([red, green, blue]: Color): number {
  return red + green + blue;
}

function contracted([red, green, blue, alpha]: Color): Color {
  return [(red + blue) >> 1, (green + blue) >> 1, blue, alpha];
}

/** A base and what the other end has more of each channel. */
function offsetEnds(values: readonly number[], alpha: number, alphaOffset: number): Ends {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
  const [red, redOffset] = transferred(a, b);
  const [green, greenOffset] = transferred(c, d);
  const [blue, blueOffset] = transferred(e, f);
  const base: Color = [red, green, blue, alpha];
  const other: Color = [
    red + redOffset,
    green + greenOffset,
    blue + blueOffset,
    alpha + alphaOffset,
  ];
  return redOffset + greenOffset + blueOffset >= 0
    ? [base, clamped(other)]
    : [clamped(contracted(other)), contracted(base)];
}

/** The offset has six bits and a sign; its top bit is the base's. */
function transferred(base: number, offset: number): readonly [base: number, offset: number] {
  return [(base >> 1) | (offset & 0x80), ((offset >> 1) << 26) >> 26];
}

function clamped([red, green, blue, alpha]: Color): Color {
  return [clampByte(red), clampByte(green), clampByte(blue), clampByte(alpha)];
}

function clampByte(value: number): number {
  return Math.max(0, Math.min(255, value));
}
