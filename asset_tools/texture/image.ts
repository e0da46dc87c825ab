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
  const bytes = new Uint8Array(pixels.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = ((pixels[at] as number) + 128) / 257;
  return { width, height, pixels: bytes };
}

/** Whether any of the RGBA8 pixels is not opaque. */
export function hasAlpha(pixels: Uint8Array): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return true;
  return false;
}

/** With 16 bits a channel. */
export function widened(image: Image | WideImage): WideImage {
  if (isWide(image)) return image;
  const { width, height } = image;
  const pixels = new Uint16Array(image.pixels);
  for (let at = 0; at < pixels.length; at++) pixels[at] = (pixels[at] as number) * 257;
  return { width, height, pixels };
}

/** Black and clear, as deep as `like`. */
export function blankImage<T extends Image | WideImage>(like: T, width: number, height: number): T {
  const length = width * height * 4;
  const pixels = isWide(like) ? new Uint16Array(length) : new Uint8Array(length);
  return { width, height, pixels } as Image | WideImage as T;
}

/** Copies a rectangle of `src` to a place in `dst`; both are equally deep. */
export function copyRectangle<T extends Image | WideImage>(
  src: T,
  from: Rectangle,
  dst: T,
  x: number,
  y: number,
): void {
  for (let row = 0; row < from.height; row++) {
    const start = ((from.y + row) * src.width + from.x) * 4;
    const texels = src.pixels.subarray(start, start + from.width * 4);
    dst.pixels.set(texels, ((y + row) * dst.width + x) * 4);
  }
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
