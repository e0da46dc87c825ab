/**
 * Writes KTX2 without supercompression: levels exactly as they are. Nothing in the file varies with time, machine or
 * version. Format: KTX File Format Specification 2.0.
 */
import type { Texture } from "../fpkg/texture_blob.ts";
import { familyOf, textureFamilies } from "../fpkg/texture_formats.ts";
import { dataFormatDescriptor } from "./data_format_descriptor.ts";
import { vulkanFormat } from "./vulkan_formats.ts";

/** First bytes of every file. */
export const IDENTIFIER = [0xab, 0x4b, 0x54, 0x58, 0x20, 0x32, 0x30, 0xbb, 0x0d, 0x0a, 0x1a, 0x0a];

/** Identifier, fields and the places of what follows; then comes a row a level. */
export const HEADER_SIZE = 80;
export const LEVEL_ENTRY_SIZE = 24;

/** Sorted by key, as the format demands: rows go down, and who wrote it, without a version. */
const METADATA = [
  ["KTXorientation", "rd"],
  ["KTXwriter", "haxe_game"],
] as const;

interface PlacedLevel {
  readonly offset: number;
  readonly data: Uint8Array;
}

/** The whole file. */
export function writeKtx2(texture: Texture): Uint8Array {
  const descriptor = dataFormatDescriptor(texture.format);
  const metadata = keyValueData();
  const descriptorOffset = HEADER_SIZE + LEVEL_ENTRY_SIZE * texture.levels.length;
  const metadataOffset = descriptorOffset + descriptor.length;
  const levels = placeLevels(texture, metadataOffset + metadata.length);
  const [largest] = levels as [PlacedLevel];
  const bytes = new Uint8Array(largest.offset + largest.data.length);
  const view = new DataView(bytes.buffer);
  bytes.set(IDENTIFIER);
  writeHeader(view, texture);
  view.setUint32(48, descriptorOffset, true);
  view.setUint32(52, descriptor.length, true);
  view.setUint32(56, metadataOffset, true);
  view.setUint32(60, metadata.length, true);
  bytes.set(descriptor, descriptorOffset);
  bytes.set(metadata, metadataOffset);
  for (const [index, { offset, data }] of levels.entries()) {
    const entry = HEADER_SIZE + index * LEVEL_ENTRY_SIZE;
    view.setBigUint64(entry, BigInt(offset), true);
    view.setBigUint64(entry + 8, BigInt(data.length), true);
    view.setBigUint64(entry + 16, BigInt(data.length), true);
    bytes.set(data, offset);
  }
  return bytes;
}

function writeHeader(view: DataView, texture: Texture): void {
  const { format, shape, layerCount, levels } = texture;
  const [top] = levels;
  const typeSize = format === "rgba16f" ? 2 : 1;
  const fields = [
    vulkanFormat(format),
    typeSize,
    top?.width ?? 0,
    top?.height ?? 0,
    0,
    shape === "array" ? layerCount : 0,
    shape === "cube" ? 6 : 1,
    levels.length,
  ];
  for (const [index, value] of fields.entries()) view.setUint32(12 + index * 4, value, true);
}

/** The smallest level comes first; all start at multiples of a block and of four bytes. */
function placeLevels(texture: Texture, start: number): PlacedLevel[] {
  const alignment = textureFamilies[familyOf(texture.format)].bytes;
  let end = start;
  return texture.levels
    .toReversed()
    .map(({ data }) => {
      const offset = Math.ceil(end / alignment) * alignment;
      end = offset + data.length;
      return { offset, data };
    })
    .toReversed();
}

/** Entries of a length, a key and a value, each text ended by 0, padded to four bytes. */
function keyValueData(): Uint8Array {
  const entries = METADATA.map(([key, value]) => {
    const text = new TextEncoder().encode(`${key}\0${value}\0`);
    const entry = new Uint8Array(Math.ceil((4 + text.length) / 4) * 4);
    new DataView(entry.buffer).setUint32(0, text.length, true);
    entry.set(text, 4);
    return entry;
  });
  return Buffer.concat(entries);
}
