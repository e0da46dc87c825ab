/**
 * Reads KTX2 whose levels a GPU takes as they are: a format of ours, without supercompression, as a flat texture, a cube or an
 * array. Format: KTX File Format Specification 2.0.
 */
import { FileProblem } from "../document/file_problem.ts";
import type { TextureFormatName, TextureShapeName } from "../fpkg/format/texture.ts";
import { type Level, MAX_LAYERS, type Texture } from "../fpkg/texture_blob.ts";
import { imageSize } from "../fpkg/texture_formats.ts";
import { formatOfVulkan } from "./vulkan_formats.ts";
import { HEADER_SIZE, IDENTIFIER, LEVEL_ENTRY_SIZE } from "./write_ktx2.ts";

/** Thrown for a file that is not KTX2 as read here. */
export class Ktx2Error extends FileProblem {}

/** Texels of a side at most. */
const MAX_SIZE = 16384;

interface Header {
  readonly vulkanFormat: number;
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** 0 for what is no array. */
  readonly layers: number;
  readonly faces: number;
  /** 0 where a loader is to make the smaller ones. */
  readonly levels: number;
  readonly scheme: number;
}

/** Whether a file starts as every KTX2 does. */
export function isKtx2(bytes: Uint8Array): boolean {
  return IDENTIFIER.every((byte, at) => bytes[at] === byte);
}

/** The texture; its levels are views into `bytes`. Throws `Ktx2Error`. */
export function readKtx2(bytes: Uint8Array): Texture {
  if (bytes.length < HEADER_SIZE) throw new Ktx2Error("ends inside its header", bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(view);
  const format = checkedFormat(header);
  const shape = shapeOf(header);
  const layerCount = { flat: 1, cube: 6, array: header.layers }[shape];
  checkOrientation(bytes, view);
  const levels = Array.from({ length: Math.max(1, header.levels) }, (_, index) =>
    readLevel(bytes, view, header, format, layerCount, index),
  );
  return { format, shape, layerCount, levels, regions: [] };
}

function readHeader(view: DataView): Header {
  const field = (index: number): number => view.getUint32(12 + index * 4, true);
  return {
    vulkanFormat: field(0),
    width: field(2),
    height: field(3),
    depth: field(4),
    layers: field(5),
    faces: field(6),
    levels: field(7),
    scheme: field(8),
  };
}

function checkedFormat({ vulkanFormat, scheme, width, height, levels }: Header): TextureFormatName {
  if (scheme !== 0) throw new Ktx2Error(`is supercompressed by scheme ${scheme}`, 44);
  const format = formatOfVulkan(vulkanFormat);
  if (format === undefined) throw new Ktx2Error(`has the format ${vulkanFormat} of Vulkan`, 12);
  const most = Math.max(width, height);
  if (width === 0 || height === 0 || most > MAX_SIZE)
    throw new Ktx2Error(`is ${width}x${height}`, 20);
  if (levels > 32 - Math.clz32(most)) throw new Ktx2Error(`has ${levels} levels`, 40);
  return format;
}

function shapeOf({ width, height, depth, layers, faces }: Header): TextureShapeName {
  if (depth > 0) throw new Ktx2Error("is a volume", 28);
  if (faces === 6 && layers === 0 && width === height) return "cube";
  if (faces === 1 && layers === 0) return "flat";
  if (faces === 1 && layers <= MAX_LAYERS) return "array";
  throw new Ktx2Error(`has ${layers} layers of ${faces} faces`, 32);
}

/** Rows that go up would be upside down here. */
function checkOrientation(bytes: Uint8Array, view: DataView): void {
  const start = view.getUint32(56, true);
  const size = view.getUint32(60, true);
  if (start + size > bytes.length) throw new Ktx2Error("ends inside its metadata", bytes.length);
  const text = new TextDecoder("latin1").decode(bytes.subarray(start, start + size));
  if (text.includes("KTXorientation\0ru")) throw new Ktx2Error("has rows that go up", start);
}

function readLevel(
  bytes: Uint8Array,
  view: DataView,
  header: Header,
  format: TextureFormatName,
  layerCount: number,
  index: number,
): Level {
  const entry = HEADER_SIZE + index * LEVEL_ENTRY_SIZE;
  if (entry + LEVEL_ENTRY_SIZE > bytes.length)
    throw new Ktx2Error("ends inside its level index", bytes.length);
  const offset = Number(view.getBigUint64(entry, true));
  const size = Number(view.getBigUint64(entry + 8, true));
  const width = Math.max(1, header.width >>> index);
  const height = Math.max(1, header.height >>> index);
  const expected = imageSize(format, width, height) * layerCount;
  if (size !== expected) {
    throw new Ktx2Error(`has ${size} bytes in level ${index}, expected ${expected}`, entry);
  }
  if (offset + size > bytes.length) throw new Ktx2Error(`ends inside level ${index}`, bytes.length);
  return { width, height, data: bytes.subarray(offset, offset + size) };
}
