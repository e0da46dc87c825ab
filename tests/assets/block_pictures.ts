/** Small pictures that ask different things of block encoders, the same on every machine. */
import { brickPicture, gradientPicture } from "./picture.ts";

/** RGBA, square. */
export interface BlockPicture {
  readonly size: number;
  readonly pixels: Uint8Array;
}

const SIZE = 96;

export const blockPictures = {
  bricks: { size: SIZE, pixels: brickPicture(SIZE) },
  gradient: { size: SIZE, pixels: gradientPicture(SIZE) },
  normals: { size: SIZE, pixels: normalPicture(SIZE) },
  noise: { size: SIZE, pixels: noisePicture(SIZE) },
  leaves: { size: SIZE, pixels: alphaPicture(SIZE) },
} as const satisfies Readonly<Record<string, BlockPicture>>;

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Unit vectors of round bumps with a step between some. */
function normalPicture(size: number): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  const height = (x: number, y: number): number => {
    const bump = ((x & 15) - 8) ** 2 + ((y & 15) - 8) ** 2;
    return Math.max(0, 40 - bump) / 8 + ((x >> 4) % 2);
  };
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const right = height(x + 1, y) - height(x - 1, y);
      const down = height(x, y + 1) - height(x, y - 1);
      const length = Math.sqrt(right * right + down * down + 4);
      const vector = [-right / length, -down / length, 2 / length];
      pixels.set([...vector.map((value) => 127.5 + 127 * value), 255], (y * size + x) * 4);
    }
  }
  return pixels;
}

/** Channels that know nothing of each other, over a slope. */
function noisePicture(size: number): Uint8Array {
  const random = randomFrom(11);
  return Uint8Array.from({ length: size * size * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : 60 + ((at >> 2) % size) + random(48),
  );
}

/** Green noise in discs whose alpha ends softly, over another color. */
function alphaPicture(size: number): Uint8Array {
  const random = randomFrom(5);
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const away = ((x % 24) - 12) ** 2 + ((y % 24) - 12) ** 2;
      const alpha = Math.max(0, Math.min(255, (100 - away) * 6));
      const color = away < 64 ? [40 + random(30), 110 + x, 50] : [120, 90 + random(12), 60 + y];
      pixels.set([...color, alpha], (y * size + x) * 4);
    }
  }
  return pixels;
}
