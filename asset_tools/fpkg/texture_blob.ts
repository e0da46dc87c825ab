/** Texture blobs: mip levels ready to upload. */
import { BlobReader, codeName } from "./blob_reader.ts";
import { BlobWriter } from "./blob_writer.ts";
import { TextureFormat, type TextureFormatName, TextureHeader, TextureLevel } from "./format.ts";
import { FpkgError } from "./fpkg_error.ts";
import { imageSize } from "./texture_formats.ts";

/** One mip level; `data` is what the GPU upload call takes. */
export interface Level {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A texture, largest level first. */
export interface Texture {
  readonly format: TextureFormatName;
  readonly levels: readonly Level[];
}

/** Serialises a texture. */
export function encodeTexture(texture: Texture): Uint8Array<ArrayBuffer> {
  const [top] = texture.levels;
  if (top === undefined) throw new RangeError("A texture has at least one level");
  const writer = new BlobWriter(TextureHeader);
  const rows = texture.levels.toReversed().map((level) => ({
    width: level.width,
    height: level.height,
    offset: writer.bytes(level.data),
    size: level.data.length,
  }));
  return writer.finish("TEXR", {
    format: TextureFormat[texture.format],
    width: top.width,
    height: top.height,
    levels: writer.rows(TextureLevel, rows.toReversed()),
    levelCount: texture.levels.length,
    reserved2: 0,
  });
}

/** Reads a texture blob; level data are views into `bytes`. */
export function decodeTexture(bytes: Uint8Array): Texture {
  const blob = new BlobReader(bytes, "TEXR");
  const header = blob.row(TextureHeader, 0);
  const format = codeName(TextureFormat, header.format, "Texture format");
  const rows = blob.rows(TextureLevel, header.levels, header.levelCount);
  const levels = rows.map((row, index) => {
    const width = Math.max(1, header.width >>> index);
    const height = Math.max(1, header.height >>> index);
    if (
      row.width !== width ||
      row.height !== height ||
      row.size !== imageSize(format, width, height)
    ) {
      throw new FpkgError("FP1004", `Level ${index} is not ${width}x${height} in ${format}`);
    }
    return { width, height, data: blob.slice(row.offset, row.size) };
  });
  if (levels.length === 0) throw new FpkgError("FP1004", "A texture has at least one level");
  return { format, levels };
}
