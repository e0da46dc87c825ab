/** Pixels, 4 bytes each, rows top to bottom, alpha not premultiplied. */
export interface Image {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Whether any of the RGBA8 pixels is not opaque. */
export function hasAlpha(pixels: Uint8Array): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return true;
  return false;
}
