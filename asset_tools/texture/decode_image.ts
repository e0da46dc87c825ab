/** PNG, JPEG and TGA bytes to RGBA. The only module that knows sharp. */
import { type Diagnostic, diagnostic, wholeFile } from "../document/diagnostic.ts";
import { FileProblem, unreadableHint } from "../document/file_problem.ts";
import { decodeTga, tgaSize } from "./decode_tga.ts";
import type { Image, WideImage } from "./image.ts";
import { decodePng } from "./png/decode_png.ts";
import { isPng, readPngHeader } from "./png/read_png.ts";
import { checkJpeg } from "./read_jpeg.ts";

export const MAX_TEXTURE_SIZE = 16384;

/** The picture, with 16 bits a channel where the file has them, or what is wrong with it. */
export type DecodedImage = { readonly image: Image | WideImage } | { readonly problem: Diagnostic };

/** Decodes an image file; `file` is named by the diagnostic, and its ending says whether it is TGA. */
export async function decodeImage(bytes: Uint8Array, file: string): Promise<DecodedImage> {
  try {
    if (isPng(bytes)) return decodeSized(bytes, file, readPngHeader, decodePng);
    if (isJpeg(bytes)) return await decodeJpeg(bytes, file);
    if (/\.tga$/i.test(file)) return decodeSized(bytes, file, tgaSize, decodeTga);
    return { problem: cannotDecode(bytes, file, "it is no PNG or JPEG file") };
  } catch (error) {
    const problem = error instanceof FileProblem ? `it ${error.message}` : problemOfSharp(error);
    return { problem: cannotDecode(bytes, file, problem) };
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** By a decoder of ours, of which the size is asked first. */
function decodeSized(
  bytes: Uint8Array,
  file: string,
  sizeOf: (bytes: Uint8Array) => Size,
  decode: (bytes: Uint8Array) => Image | WideImage,
): DecodedImage {
  const size = sizeOf(bytes);
  return isTooLarge(size) ? { problem: tooLarge(file, size) } : { image: decode(bytes) };
}

async function decodeJpeg(bytes: Uint8Array, file: string): Promise<DecodedImage> {
  checkJpeg(bytes);
  // Loading it takes longer than decoding most pictures.
  const { default: sharp } = await import("sharp");
  // One thread and no cache: an action's cost and memory are its own.
  sharp.concurrency(1);
  sharp.cache(false);
  const source = sharp(bytes, { failOn: "warning", limitInputPixels: MAX_TEXTURE_SIZE ** 2 });
  const { autoOrient: size } = await source.metadata();
  if (isTooLarge(size)) return { problem: tooLarge(file, size) };
  // A camera's picture says which way up it is.
  const upright = source.autoOrient().toColourspace("srgb").ensureAlpha();
  return { image: { ...size, pixels: await upright.raw({ depth: "uchar" }).toBuffer() } };
}

function isTooLarge({ width, height }: Size): boolean {
  return Math.max(width, height) > MAX_TEXTURE_SIZE;
}

function tooLarge(file: string, { width, height }: Size): Diagnostic {
  const hint = `Scale it down to ${MAX_TEXTURE_SIZE} a side at most`;
  return diagnostic("AS1003", wholeFile(file), { width, height, limit: MAX_TEXTURE_SIZE }, hint);
}

function isJpeg(bytes: Uint8Array): boolean {
  return [0xff, 0xd8, 0xff].every((byte, at) => bytes[at] === byte);
}

/** What is read, as `foreignKind` names it; a TGA file does not say that it is one. */
const PICTURE_KINDS = ["a PNG image", "a JPEG image"];

function cannotDecode(bytes: Uint8Array, file: string, problem: string): Diagnostic {
  const hint = unreadableHint(bytes, PICTURE_KINDS, "PNG, JPEG or TGA");
  return diagnostic("AS1002", wholeFile(file), { problem }, hint);
}

/** The first line of what it says, without who says it; what it would add after a colon stands on further lines. */
function problemOfSharp(error: unknown): string {
  const [line = ""] = String(error instanceof Error ? error.message : error).split("\n");
  return line
    .replace(/^VipsJpeg: (Corrupt JPEG data: )?/, "its data is damaged: ")
    .replace(/:\s*$/, "");
}
