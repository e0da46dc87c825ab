/** Texture blobs: mip levels ready to upload. */
import { BlobReader, type BlobSource, codeName } from "./blob_reader.ts";
import { BlobWriter } from "./blob_writer.ts";
import {
  TextureFormat,
  type TextureFormatName,
  TextureHeader,
  TextureLevel,
  TextureRegion,
  TextureShape,
  type TextureShapeName,
} from "./format/texture.ts";
import { FpkgError } from "./fpkg_error.ts";
import { imageSize } from "./texture_formats.ts";

/** One mip level; `data` is what the GPU upload call takes, picture after picture. */
export interface Level {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A named rectangle of an atlas, in texels of level 0 from its top left corner. */
export interface Region {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A texture, largest level first. */
export interface Texture {
  readonly format: TextureFormatName;
  readonly shape: TextureShapeName;
  /** Pictures of a level: 6 of a cube (+x -x +y -y +z -z), those of an array, else 1. */
  readonly layerCount: number;
  readonly levels: readonly Level[];
  /** Sorted by name; empty if it is no atlas. */
  readonly regions: readonly Region[];
}

/** Layers that a texture may have; as many as every GPU takes in an array. */
export const MAX_LAYERS = 256;

/** A texture of one picture. */
export function flatTexture(format: TextureFormatName, levels: readonly Level[]): Texture {
  return { format, shape: "flat", layerCount: 1, levels, regions: [] };
}

/** Picture `layer` of a level. */
export function layerOf(texture: Texture, level: Level, layer: number): Uint8Array {
  const size = level.data.length / texture.layerCount;
  return level.data.subarray(layer * size, (layer + 1) * size);
}

/** The region of that name; undefined where there is none. */
export function regionNamed(texture: Texture, name: string): Region | undefined {
  return texture.regions.find((region) => region.name === name);
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
  const levels = writer.rows(TextureLevel, rows.toReversed());
  const regions = texture.regions.map(({ name, x, y, width, height }) => ({
    name: writer.string(name),
    x,
    y,
    width,
    height,
    reserved: 0,
  }));
  return writer.finish("TEXR", {
    format: TextureFormat[texture.format],
    width: top.width,
    height: top.height,
    levels,
    levelCount: texture.levels.length,
    shape: TextureShape[texture.shape],
    layerCount: texture.layerCount,
    regions: writer.rows(TextureRegion, regions),
    regionCount: regions.length,
    reserved2: 0,
  });
}

/** Reads a texture blob; level data are views into `bytes`. */
export function decodeTexture(source: BlobSource): Texture {
  const blob = BlobReader.open(source, "TEXR");
  const header = blob.row(TextureHeader, 0);
  const format = codeName(TextureFormat, header.format, "Texture format");
  const shape = codeName(TextureShape, header.shape, "Texture shape");
  const { layerCount } = header;
  checkLayers(shape, header);
  const rows = blob.rows(TextureLevel, header.levels, header.levelCount);
  const levels = rows.map((row, index) => {
    const width = Math.max(1, header.width >>> index);
    const height = Math.max(1, header.height >>> index);
    const size = imageSize(format, width, height) * layerCount;
    if (row.width !== width || row.height !== height || row.size !== size) {
      throw new FpkgError("FP1004", `Level ${index} is not ${width}x${height} in ${format}`);
    }
    return { width, height, data: blob.slice(row.offset, row.size) };
  });
  if (levels.length === 0) throw new FpkgError("FP1004", "A texture has at least one level");
  const regions = blob.rows(TextureRegion, header.regions, header.regionCount).map((row) => {
    const { x, y, width, height } = row;
    if (x + width > header.width || y + height > header.height) {
      throw new FpkgError("FP1004", `Region at ${x},${y} is outside the texture`);
    }
    return { name: blob.string(row.name), x, y, width, height };
  });
  return { format, shape, layerCount, levels, regions };
}

interface Shaped {
  readonly width: number;
  readonly height: number;
  readonly layerCount: number;
}

function checkLayers(shape: TextureShapeName, { width, height, layerCount }: Shaped): void {
  const isRight = {
    flat: layerCount === 1,
    cube: layerCount === 6 && width === height,
    array: layerCount >= 1 && layerCount <= MAX_LAYERS,
  }[shape];
  if (isRight) return;
  throw new FpkgError("FP1004", `${layerCount} pictures of ${width}x${height} are no ${shape}`);
}
