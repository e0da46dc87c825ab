/** PNG, JPEG and TGA bytes to RGBA8. The only module that knows sharp. */
import sharp, { type Sharp } from "sharp";
import { type Diagnostic, diagnostic, wholeFile } from "../document/diagnostic.ts";
import { decodeTga, TgaError, tgaSize } from "./decode_tga.ts";
import type { Image } from "./image.ts";

export const MAX_TEXTURE_SIZE = 16384;

// One thread and no cache: an action's cost and memory are its own.
sharp.concurrency(1);
sharp.cache(false);

/** Decodes an image file; `file` is named by the diagnostic, and its ending says whether it is TGA. */
export async function decodeImage(
  bytes: Uint8Array,
  file: string,
): Promise<{ readonly image: Image } | { readonly problem: Diagnostic }> {
  try {
    if (isPng(bytes) || isJpeg(bytes)) return await decodeBySharp(bytes, file);
    if (/\.tga$/i.test(file)) return decodeAsTga(bytes, file);
    return { problem: cannotDecode(file, "it is no PNG or JPEG file") };
  } catch (error) {
    const problem = error instanceof TgaError ? `it ${error.message}` : firstLine(error);
    return { problem: cannotDecode(file, problem) };
  }
}

async function decodeBySharp(
  bytes: Uint8Array,
  file: string,
): Promise<{ readonly image: Image } | { readonly problem: Diagnostic }> {
  const source = sharp(bytes, { failOn: "warning", limitInputPixels: MAX_TEXTURE_SIZE ** 2 });
  const { depth, autoOrient } = await source.metadata();
  const { width, height } = autoOrient;
  if (isTooLarge(width, height)) return { problem: tooLarge(file, width, height) };
  // A camera's picture says which way up it is.
  const upright = isJpeg(bytes) ? source.autoOrient() : source;
  const pixels = depth === "ushort" ? await decode16(upright) : await decode8(upright);
  return { image: { width, height, pixels } };
}

function decodeAsTga(
  bytes: Uint8Array,
  file: string,
): { readonly image: Image } | { readonly problem: Diagnostic } {
  const { width, height } = tgaSize(bytes);
  if (isTooLarge(width, height)) return { problem: tooLarge(file, width, height) };
  return { image: decodeTga(bytes) };
}

function isTooLarge(width: number, height: number): boolean {
  return Math.max(width, height) > MAX_TEXTURE_SIZE;
}

function tooLarge(file: string, width: number, height: number): Diagnostic {
  return diagnostic("AS1003", wholeFile(file), { width, height, limit: MAX_TEXTURE_SIZE });
}

async function decode8(source: Sharp): Promise<Uint8Array> {
  return source.toColourspace("srgb").ensureAlpha().raw({ depth: "uchar" }).toBuffer();
}

/** 16 bits to 8 by rounding; libvips would cut. */
async function decode16(source: Sharp): Promise<Uint8Array> {
  const raw = await source.toColourspace("rgb16").ensureAlpha().raw({ depth: "ushort" }).toBuffer();
  const wide = new Uint16Array(raw.buffer, raw.byteOffset, raw.byteLength / 2);
  return Uint8Array.from(wide, (value) => (value + 128) / 257);
}

function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, at) => bytes[at] === byte);
}

function isJpeg(bytes: Uint8Array): boolean {
  return [0xff, 0xd8, 0xff].every((byte, at) => bytes[at] === byte);
}

function cannotDecode(file: string, problem: string): Diagnostic {
  return diagnostic("AS1002", wholeFile(file), { problem });
}

/** The decoder's message; what it would add after a colon stands on further lines. */
function firstLine(error: unknown): string {
  const [line] = String(error instanceof Error ? error.message : error).split("\n");
  return (line as string).replace(/:\s*$/, "");
}
