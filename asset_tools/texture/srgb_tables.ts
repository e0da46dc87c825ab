/**
 * sRGB's transfer function as tables. Math.pow may differ in its last bit between engines, so the curve is computed
 * with + - * / only, and the tables are rounded to integers far coarser than the error.
 */

/** Linear light 0..65535 of each 8-bit sRGB value. */
export const linearOfSrgb: Uint16Array = Uint16Array.from({ length: 256 }, (_, value) =>
  Math.round(decodeSrgb(value / 255) * 65535),
);

/** Nearest 8-bit sRGB value of each linear light 0..65535. */
export const srgbOfLinear: Uint8Array = inverseTable();

/** Linear light of a value, both from 0 to 1. */
export function decodeSrgb(value: number): number {
  if (value <= 0.04045) return value / 12.92;
  // x^2.4 = x^2 * (x^2)^(1/5)
  const base = (value + 0.055) / 1.055;
  return base * base * fifthRoot(base * base);
}

/** Newton's method; 40 steps are many more than it needs from 1 down to 0.007. */
function fifthRoot(value: number): number {
  let root = 1;
  for (let step = 0; step < 40; step++) root -= (root - value / (root * root * root * root)) / 5;
  return root;
}

function inverseTable(): Uint8Array {
  const table = new Uint8Array(65536);
  let value = 0;
  for (let linear = 0; linear < 65536; linear++) {
    while (value < 255 && linear > decodeSrgb((value + 0.5) / 255) * 65535) value++;
    table[linear] = value;
  }
  return table;
}
