/** Decodes BC1, BC3, BC4 and BC5 blocks. Formats: Khronos Data Format Specification, "S3TC" and "RGTC". */

export function decodeBc1Block(view: DataView, at: number, texels: Uint8Array): void {
  const first = view.getUint16(at, true);
  const second = view.getUint16(at + 2, true);
  decodeColors(view, at, first > second, texels);
}

function decodeColors(view: DataView, at: number, hasFour: boolean, texels: Uint8Array): void {
  const palette = paletteOf(view.getUint16(at, true), view.getUint16(at + 2, true), hasFour);
  const indices = view.getUint32(at + 4, true);
  for (let texel = 0; texel < 16; texel++) {
    const entry = ((indices >>> (texel * 2)) & 3) * 4;
    for (let channel = 0; channel < 4; channel++) {
      texels[texel * 4 + channel] = palette[entry + channel] as number;
    }
  }
}

/** The RGBA colors of a block: four, or three and transparent black. */
function paletteOf(first: number, second: number, hasFour: boolean): Uint8Array {
  const palette = new Uint8Array(16);
  for (let channel = 0; channel < 3; channel++) {
    const a = expand565(first, channel);
    const b = expand565(second, channel);
    palette[channel] = a;
    palette[4 + channel] = b;
    palette[8 + channel] = hasFour ? Math.floor((2 * a + b) / 3) : (a + b) >> 1;
    palette[12 + channel] = hasFour ? Math.floor((a + 2 * b) / 3) : 0;
  }
  palette[3] = palette[7] = palette[11] = 255;
  palette[15] = hasFour ? 255 : 0;
  return palette;
}

function expand565(color: number, channel: number): number {
  if (channel === 1) {
    const green = (color >> 5) & 63;
    return (green << 2) | (green >> 4);
  }
  const five = channel === 0 ? color >> 11 : color & 31;
  return (five << 3) | (five >> 2);
}

export function decodeBc3Block(view: DataView, at: number, texels: Uint8Array): void {
  decodeColors(view, at + 8, true, texels);
  decodeValues(view, at, texels, 3);
}

/** Red; green and blue are 0, as a sampler sees them. */
export function decodeBc4Block(view: DataView, at: number, texels: Uint8Array): void {
  clearColor(texels);
  decodeValues(view, at, texels, 0);
}

/** Red and green; blue is 0. */
export function decodeBc5Block(view: DataView, at: number, texels: Uint8Array): void {
  clearColor(texels);
  decodeValues(view, at, texels, 0);
  decodeValues(view, at + 8, texels, 1);
}

function clearColor(texels: Uint8Array): void {
  new Uint32Array(texels.buffer).fill(0xff000000);
}

/** Sixteen values of one channel: two ends and what lies between them. */
function decodeValues(view: DataView, at: number, texels: Uint8Array, channel: number): void {
  const first = view.getUint8(at);
  const second = view.getUint8(at + 1);
  for (let texel = 0; texel < 16; texel++) {
    const eight = at + (texel < 8 ? 2 : 5);
    const codes = view.getUint16(eight, true) | (view.getUint8(eight + 2) << 16);
    texels[texel * 4 + channel] = stepOf(first, second, (codes >> ((texel & 7) * 3)) & 7);
  }
}

function stepOf(first: number, second: number, code: number): number {
  if (code < 2) return code === 0 ? first : second;
  if (first > second) return Math.round(((8 - code) * first + (code - 1) * second) / 7);
  if (code > 5) return code === 6 ? 0 : 255;
  return Math.round(((6 - code) * first + (code - 1) * second) / 5);
}
