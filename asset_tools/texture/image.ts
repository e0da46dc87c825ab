/** Pixels, 4 bytes each, rows top to bottom, alpha not premultiplied. */
export interface Image {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** As an image, 16 bits a channel. */
export interface WideImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint16Array;
}

export function isWide(image: Image | WideImage): image is WideImage {
  return image.pixels instanceof Uint16Array;
}

/** With 8 bits a channel, rounded. */
export function narrowed(image: Image | WideImage): Image {
  if (!isWide(image)) return image;
  const { width, height, pixels } = image;
  return { width, height, pixels: Uint8Array.from(pixels, (value) => (value + 128) / 257) };
}

/** Whether any of the RGBA8 pixels is not opaque. */
export function hasAlpha(pixels: Uint8Array): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return true;
  return false;
}
