/** Plants and a fence on clear ground, for surfaces that are cut out by their alpha. */
import { type Color, mix, noise } from "./picture.ts";

export const PLANT_SIZE = 96;

const CLEAR: Color = [70, 110, 44, 0];

type Shape = (x: number, y: number) => Color | null;

/** A stalk with leaves under a flower: `head` draws it around its middle, in texels. */
function flower(head: (x: number, y: number) => Color | null): (x: number, y: number) => Color {
  return layers(
    (x, y) => head(x - 48, y - 24),
    (x, y) => (y > 24 && Math.abs(x - stalk(y)) < 2.2 ? [74, 124, 48] : null),
    leaf(-1, 82, 26),
    leaf(1, 74, 22),
  );
}

/** Four broad petals, dark within. */
export const poppy = flower((x, y) => {
  const radius = Math.sqrt(x * x + y * y * 1.3);
  if (radius < 4.5) return [38, 22, 30];
  const edge = 20 - 2.5 * Math.abs(x * y) * (1 / (radius * radius)) * 2;
  return radius < edge ? mix([148, 16, 12], [222, 44, 26], radius / 20) : null;
});

/** White rays around yellow. */
export const daisy = flower((x, y) => {
  const radius = Math.sqrt(x * x + y * y);
  if (radius < 6.5) return [238, 190, 40];
  if (radius > 19) return null;
  // Eight rays: where one of four axes is near.
  const axes = [x, y, (x + y) * Math.SQRT1_2, (x - y) * Math.SQRT1_2];
  return axes.some((across) => Math.abs(across) < 4.2) ? [246, 246, 240] : null;
});

/** Blue, ragged at the edge. */
export const cornflower = flower((x, y) => {
  const radius = Math.sqrt(x * x + y * y);
  const ragged = 13 + (noise((x + 48) >> 2, (y + 48) >> 2, 30) >> 5);
  return radius < ragged ? mix([88, 50, 150], [70, 98, 220], radius / 14) : null;
});

/** Blades that lean outwards from one root. */
export function tuft(x: number, y: number): Color {
  const shapes = Array.from({ length: 13 }, (_, blade): Shape => {
    const reach = (blade - 6) * 6.4;
    const top = 10 + (noise(blade, 1, 31) >> 3) + Math.abs(reach) * 0.5;
    const shade = 0.75 + noise(blade, 2, 31) / 900;
    return (px, py) => {
      if (py < top) return null;
      const rise = (95 - py) / (95 - top);
      const across = Math.abs(px - 48 - (blade - 6) * 1.6 - reach * rise * rise);
      if (across > 3.4 * (1 - rise * 0.85)) return null;
      return [(60 + 60 * rise) * shade, (104 + 66 * rise) * shade, (34 + 22 * rise) * shade];
    };
  });
  return layers(...shapes)(x, y);
}

/** Pickets on two rails; 128 texels wide and high, repeating sideways. */
export function pickets(x: number, y: number): Color {
  const across = (x % 32) - 16;
  const isRail = (y > 36 && y < 50) || (y > 92 && y < 106);
  const isPicket = Math.abs(across) < 10 && y > 6 + Math.abs(across) * 1.4;
  if (!isRail && !isPicket) return [200, 194, 180, 0];
  const grain = noise(isPicket ? x : 0, isPicket ? y >> 3 : y, 32) / 255;
  const edge = isPicket && Math.abs(across) > 8 ? 0.82 : 1;
  const light = (isPicket ? 0.93 : 0.78) * edge * (0.9 + 0.1 * grain);
  return [236 * light, 230 * light, 216 * light];
}

function stalk(y: number): number {
  return 48 + (95 - y) * (y - 24) * 0.0035;
}

function leaf(side: -1 | 1, root: number, length: number): Shape {
  return (x, y) => {
    const along = (x - stalk(root)) * side;
    if (along < 0 || along > length) return null;
    const middle = root - along * 0.9;
    const width = (along * (length - along) * 14) / (length * length);
    return Math.abs(y - middle) < width + 0.6
      ? mix([58, 104, 38], [92, 146, 60], along / length)
      : null;
  };
}

/** The first shape that covers the texel. */
function layers(...shapes: readonly Shape[]): (x: number, y: number) => Color {
  return (x, y) => {
    for (const shape of shapes) {
      const color = shape(x, y);
      if (color !== null) return color;
    }
    return CLEAR;
  };
}
