import { decodeLevel } from "../fpkg/decode_level.ts";
import { FpkgError } from "../fpkg/fpkg_error.ts";
import { halfToNumber } from "../fpkg/half.ts";
import { decodeTexture, type Level, layerOf, type Texture } from "../fpkg/texture_blob.ts";
import { familyOf } from "../fpkg/texture_formats.ts";
import { type PngImage, writePng } from "./write_png.ts";

/**
 * A level of a texture blob as a PNG file, decoded; the pictures of a cube or an array from top to bottom. Halves become 16
 * bits, from 0 to 1. Throws `FpkgError` for a damaged blob, and where it has no such level.
 */
export function textureToPng(blob: Uint8Array, levelIndex = 0): Uint8Array {
  const texture = decodeTexture(blob);
  const level = texture.levels[levelIndex];
  if (level === undefined) {
    throw new FpkgError("FP1002", `There is no level ${levelIndex} of ${texture.levels.length}`);
  }
  const pictures = Array.from({ length: texture.layerCount }, (_, layer) =>
    pictureOf(texture, level, layer),
  );
  return writePng({
    width: level.width,
    height: level.height * pictures.length,
    depth: texture.format === "rgba16f" ? 16 : 8,
    bytes: Buffer.concat(pictures),
  });
}

/** Bytes as PNG has them. */
function pictureOf(texture: Texture, level: Level, layer: number): PngImage["bytes"] {
  const data = layerOf(texture, level, layer);
  const family = familyOf(texture.format);
  if (family === "rgba8") return data;
  if (family === "rgba16f") return wideBytes(data);
  return decodeLevel(family, data, level.width, level.height);
}

function wideBytes(halves: Uint8Array): Uint8Array {
  const src = new DataView(halves.buffer, halves.byteOffset, halves.byteLength);
  const bytes = new Uint8Array(halves.length);
  const dst = new DataView(bytes.buffer);
  for (let at = 0; at < halves.length; at += 2) {
    const value = halfToNumber(src.getUint16(at, true));
    dst.setUint16(at, Math.round(Math.min(1, Math.max(0, value)) * 65535));
  }
  return bytes;
}
