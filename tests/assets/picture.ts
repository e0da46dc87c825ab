/** Pictures with edges, gradients and noise, the same on every machine. */

/** RGBA pixels of a brick wall. */
export function brickPicture(size: number): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  let state = 12345;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const noise = (state >>> 28) - 8;
      const row = y >> 4;
      const inMortar = y % 16 < 2 || (x + (row % 2) * 16) % 32 < 2;
      const shade = ((x * 7 + row * 31) % 48) + noise;
      const color = inMortar
        ? [150 + noise, 148 + noise, 140 + noise]
        : [140 + shade, 62 + (shade >> 1), 44 + (shade >> 2)];
      pixels.set(
        [...color.map((value) => Math.max(0, Math.min(255, value))), 255],
        (y * size + x) * 4,
      );
    }
  }
  return pixels;
}

/** RGBA pixels that change smoothly along two axes. */
export function gradientPicture(size: number): Uint8Array {
  const scale = 256 / size;
  return Uint8Array.from({ length: size * size * 4 }, (_, at) => {
    const x = (at >> 2) % size;
    const y = Math.floor((at >> 2) / size);
    return [x * scale, y * scale, ((x + y) * scale) / 2, 255][at % 4] as number;
  });
}

/** Peak signal to noise of the RGB channels, in decibels. */
export function psnr(a: Uint8Array, b: Uint8Array): number {
  let error = 0;
  for (let at = 0; at < a.length; at++) {
    if (at % 4 !== 3) error += ((a[at] as number) - (b[at] as number)) ** 2;
  }
  return error === 0
    ? Number.POSITIVE_INFINITY
    : 10 * Math.log10(65025 / (error / (a.length * 0.75)));
}
