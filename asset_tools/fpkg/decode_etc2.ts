/**
 * Decoders of ETC2 and EAC blocks as our encoder writes them: two halves with a base each, or a plane. Format: Khronos
 * Data Format Specification, "ETC2".
 */

/** The small and the large step of each table of brightness. */
const STEPS = [2, 8, 5, 17, 9, 29, 13, 42, 18, 60, 24, 80, 33, 106, 47, 183] as const;

/** The four positive modifiers of each EAC table; the negative ones are their complements. */
const MODIFIERS = [
  2, 5, 8, 14, 2, 6, 9, 12, 1, 4, 7, 12, 1, 3, 5, 12, 2, 5, 7, 11, 2, 6, 8, 10, 3, 6, 7, 10, 2, 4,
  7, 10, 1, 5, 7, 9, 1, 4, 7, 9, 1, 3, 7, 9, 1, 4, 6, 9, 2, 3, 6, 9, 0, 1, 2, 9, 3, 5, 7, 8, 2, 4,
  6, 8,
] as const;

/** Color of a block of 8 bytes; alpha becomes 255. */
export function decodeEtc2Block(view: DataView, at: number, texels: Uint8Array): void {
  const head = view.getUint32(at);
  const rest = view.getUint32(at + 4);
  const isDifferential = (head & 2) !== 0;
  if (isDifferential && (secondFive(head, 2) & ~31) !== 0) decodePlane(head, rest, texels);
  else decodeHalves(head, rest, isDifferential, texels);
}

/** Alpha, then color. */
export function decodeEtc2AlphaBlock(view: DataView, at: number, texels: Uint8Array): void {
  decodeEtc2Block(view, at + 8, texels);
  const base = view.getUint8(at);
  const multiplier = view.getUint8(at + 1) >> 4;
  const table = view.getUint8(at + 1) & 15;
  for (let texel = 0; texel < 16; texel++) {
    const code = eacCode(view, at, texel);
    const positive = MODIFIERS[table * 4 + (code & 3)] as number;
    const modifier = code < 4 ? ~positive : positive;
    texels[placeOf(texel) + 3] = clampByte(base + modifier * multiplier);
  }
}

/** Three bits a value after two bytes, the first highest. */
function eacCode(view: DataView, at: number, texel: number): number {
  const eight = at + (texel < 8 ? 2 : 5);
  const codes = (view.getUint16(eight) << 8) | view.getUint8(eight + 2);
  return (codes >> (21 - (texel & 7) * 3)) & 7;
}

/** Texels go down each column; the result goes along rows. */
function placeOf(texel: number): number {
  return ((texel & 3) * 4 + (texel >> 2)) * 4;
}

function decodeHalves(
  head: number,
  rest: number,
  isDifferential: boolean,
  texels: Uint8Array,
): void {
  const isAbove = (head & 1) !== 0;
  for (let texel = 0; texel < 16; texel++) {
    const half = (isAbove ? texel & 3 : texel >> 2) < 2 ? 0 : 1;
    const table = (head >> (half === 0 ? 5 : 2)) & 7;
    const size = STEPS[table * 2 + ((rest >> texel) & 1)] as number;
    const step = (rest >> (16 + texel)) & 1 ? -size : size;
    const place = placeOf(texel);
    for (let channel = 0; channel < 3; channel++) {
      const base = isDifferential
        ? fiveBitBase(head, channel, half)
        : fourBitBase(head, channel, half);
      texels[place + channel] = clampByte(base + step);
    }
    texels[place + 3] = 255;
  }
}

function byteOf(head: number, channel: number): number {
  return (head >>> (24 - channel * 8)) & 255;
}

/** The first base and a signed difference; out of five bits where the block is no pair of halves. */
function secondFive(head: number, channel: number): number {
  const byte = byteOf(head, channel);
  return (byte >> 3) + ((byte << 29) >> 29);
}

function fiveBitBase(head: number, channel: number, half: number): number {
  const five = half === 0 ? byteOf(head, channel) >> 3 : secondFive(head, channel);
  return (five << 3) | (five >> 2);
}

function fourBitBase(head: number, channel: number, half: number): number {
  const byte = byteOf(head, channel);
  return (half === 0 ? byte >> 4 : byte & 15) * 17;
}

/** Colors at the origin, four texels right and four texels below. */
function decodePlane(head: number, rest: number, texels: Uint8Array): void {
  const green = ((head >>> 24) & 1) * 64 + ((head >>> 17) & 63);
  const blue = ((head >>> 16) & 1) * 32 + ((head >>> 11) & 3) * 8 + ((head >>> 7) & 7);
  const origin = [sixBits(head >>> 25), sevenBits(green), sixBits(blue)];
  const rightRed = ((head >>> 2) & 31) * 2 + (head & 1);
  const right = [sixBits(rightRed), sevenBits(rest >>> 25), sixBits(rest >>> 19)];
  const below = [sixBits(rest >>> 13), sevenBits(rest >>> 6), sixBits(rest)];
  for (let texel = 0; texel < 16; texel++) {
    const x = texel & 3;
    const y = texel >> 2;
    for (let channel = 0; channel < 3; channel++) {
      const start = origin[channel] as number;
      const across = x * ((right[channel] as number) - start);
      const down = y * ((below[channel] as number) - start);
      texels[texel * 4 + channel] = clampByte((across + down + 4 * start + 2) >> 2);
    }
    texels[texel * 4 + 3] = 255;
  }
}

function sixBits(value: number): number {
  const six = value & 63;
  return (six << 2) | (six >> 4);
}

function sevenBits(value: number): number {
  const seven = value & 127;
  return (seven << 1) | (seven >> 6);
}

function clampByte(value: number): number {
  return Math.max(0, Math.min(255, value));
}
