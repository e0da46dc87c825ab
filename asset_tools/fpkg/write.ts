/** Writes package files. Equal inputs give equal bytes: rows are sorted, strings are sorted, nothing knows the time. */
import { packageId } from "./asset_id.ts";
import type { ReadReference } from "./blob_reader.ts";
import { crc32 } from "./crc32.ts";
import { AssetType, type AssetTypeName } from "./format/blob.ts";
import {
  AssetEntry,
  CHUNK_ALIGNMENT,
  CHUNK_SIZE,
  ChunkCodec,
  ChunkEntry,
  DependencyEntry,
  FileHeader,
  FPKG_MAJOR,
  FPKG_MINOR,
  Layout,
  PackageEntry,
  ReferenceEntry,
  SECTION_ALIGNMENT,
  SectionEntry,
  SectionFlag,
  type SectionRow,
} from "./format/package.ts";
import { compressLz4 } from "./lz4.ts";
import { sha256Hex } from "./sha256.ts";
import {
  encodeRows,
  encodeStruct,
  fieldOffset,
  type Struct,
  type StructOf,
  structSize,
} from "./struct.ts";

/** One asset of a package. */
export interface AssetInput {
  readonly id: string;
  readonly type: AssetTypeName;
  /** Qualified: `package.Name`. */
  readonly name: string;
  /** SHA-256 of `blob` in hex; given, so that tools may use the platform's fast one. */
  readonly digest: string;
  readonly size: number;
  readonly references: readonly ReadReference[];
  /** Needed for the ship layout only. */
  readonly blob: Uint8Array;
}

/** One package; its assets in load order. */
export interface PackageInput {
  readonly name: string;
  readonly version: string;
  readonly dependencies: readonly { readonly name: string; readonly version: string }[];
  readonly assets: readonly AssetInput[];
}

export interface WriteOptions {
  readonly layout: keyof typeof Layout;
  /** Codec tried on every chunk; a chunk that would not shrink by 5 % stays raw. */
  readonly codec: keyof typeof ChunkCodec;
}

/** Serialises packages, in dependency order, into one file. */
export function writePackages(
  packages: readonly PackageInput[],
  options: WriteOptions,
): Uint8Array<ArrayBuffer> {
  const strings = stringTable(packages);
  const assets = packages
    .flatMap((source, index) => source.assets.map((asset) => ({ asset, package: index })))
    .sort((a, b) => (a.asset.id < b.asset.id ? -1 : 1));
  const tables: Section[] = [
    section("PKGS", PackageEntry, packageRows(packages, strings)),
    section("ASST", AssetEntry, assetRows(assets, strings)),
    section(
      "REFS",
      ReferenceEntry,
      assets.flatMap(({ asset }) =>
        asset.references.map((reference) => referenceRow(reference, strings)),
      ),
    ),
    section(
      "DEPS",
      DependencyEntry,
      packages.flatMap((source) =>
        source.dependencies.map((dependency) => dependencyRow(dependency, strings)),
      ),
    ),
    { kind: "STRS", count: 0, bytes: strings.bytes, flags: SectionFlag.required },
  ];
  const contentHash = sha256Hex(...tables.map((table) => table.bytes));
  if (options.layout === "ship") {
    const rowOf = new Map(assets.map(({ asset }, row) => [asset.id, row]));
    const loadOrder = packages.flatMap((source) => source.assets);
    const chunks = packChunks(loadOrder, rowOf, options.codec);
    return layOut(
      [...tables, section("CHNK", ChunkEntry, chunks.rows)],
      chunks,
      contentHash,
      "ship",
    );
  }
  return layOut(tables, undefined, contentHash, "dev");
}

interface Section {
  readonly kind: string;
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly flags: number;
}

interface StringTable {
  readonly bytes: Uint8Array;
  readonly offsets: ReadonlyMap<string, number>;
}

function section<S extends Struct>(kind: string, struct: S, rows: readonly StructOf<S>[]): Section {
  const bytes = new Uint8Array(structSize(struct) * rows.length);
  const view = new DataView(bytes.buffer);
  encodeRows(struct, view, 0, rows);
  return { kind, count: rows.length, bytes, flags: SectionFlag.required };
}

/** All strings, sorted by their UTF-16 units and unique, each length-prefixed and 4-aligned. */
function stringTable(packages: readonly PackageInput[]): StringTable {
  const texts = new Set<string>();
  for (const source of packages) {
    texts.add(source.name).add(source.version);
    for (const dependency of source.dependencies)
      texts.add(dependency.name).add(dependency.version);
    for (const asset of source.assets) {
      texts.add(asset.name);
      for (const reference of asset.references) texts.add(reference.name);
    }
  }
  const encoder = new TextEncoder();
  const encoded = [...texts].sort().map((text) => ({ text, bytes: encoder.encode(text) }));
  const offsets = new Map<string, number>();
  let size = 0;
  for (const { text, bytes } of encoded) {
    offsets.set(text, size);
    size += align(4 + bytes.length, 4);
  }
  const table = new Uint8Array(size);
  const view = new DataView(table.buffer);
  for (const { text, bytes } of encoded) {
    const start = offsets.get(text) as number;
    view.setUint32(start, bytes.length, true);
    table.set(bytes, start + 4);
  }
  return { bytes: table, offsets };
}

function offsetOf(strings: StringTable, text: string): number {
  return strings.offsets.get(text) as number;
}

function packageRows(
  packages: readonly PackageInput[],
  strings: StringTable,
): StructOf<typeof PackageEntry>[] {
  let firstDependency = 0;
  return packages.map((source) => {
    const row = {
      id: packageId(source.name),
      name: offsetOf(strings, source.name),
      version: offsetOf(strings, source.version),
      firstDependency,
      dependencyCount: source.dependencies.length,
    };
    firstDependency += source.dependencies.length;
    return row;
  });
}

function assetRows(
  assets: readonly { readonly asset: AssetInput; readonly package: number }[],
  strings: StringTable,
): StructOf<typeof AssetEntry>[] {
  let firstReference = 0;
  return assets.map(({ asset, package: packageRow }) => {
    const row = {
      id: asset.id,
      digest: asset.digest,
      size: asset.size,
      type: AssetType[asset.type],
      flags: 0,
      package: packageRow,
      name: offsetOf(strings, asset.name),
      firstReference,
      referenceCount: asset.references.length,
      reserved: 0,
    };
    firstReference += asset.references.length;
    return row;
  });
}

function referenceRow(
  reference: ReadReference,
  strings: StringTable,
): StructOf<typeof ReferenceEntry> {
  return { ...reference, flags: 0, name: offsetOf(strings, reference.name) };
}

function dependencyRow(
  dependency: { readonly name: string; readonly version: string },
  strings: StringTable,
): StructOf<typeof DependencyEntry> {
  return {
    id: packageId(dependency.name),
    name: offsetOf(strings, dependency.name),
    version: offsetOf(strings, dependency.version),
  };
}

/** Chunks with offsets inside the BLOB section, which `layOut` moves to their place in the file. */
interface PackedChunks {
  readonly rows: readonly StructOf<typeof ChunkEntry>[];
  readonly pieces: readonly { readonly offset: number; readonly bytes: Uint8Array }[];
  readonly size: number;
}

function packChunks(
  loadOrder: readonly AssetInput[],
  rowOf: ReadonlyMap<string, number>,
  codec: keyof typeof ChunkCodec,
): PackedChunks {
  const rows: StructOf<typeof ChunkEntry>[] = [];
  const pieces: { offset: number; bytes: Uint8Array }[] = [];
  const storedByDigest = new Map<string, readonly StructOf<typeof ChunkEntry>[]>();
  let size = 0;
  for (const asset of loadOrder) {
    const row = rowOf.get(asset.id) as number;
    let stored = storedByDigest.get(asset.digest);
    if (stored === undefined) {
      stored = chunksOf(asset.blob, codec).map(({ codec: used, bytes, rawSize }) => {
        const offset = align(size, CHUNK_ALIGNMENT);
        size = offset + bytes.length;
        pieces.push({ offset, bytes });
        return {
          asset: row,
          codec: used,
          offset,
          storedSize: bytes.length,
          rawSize,
          crc: crc32(bytes),
          reserved: 0,
        };
      });
      storedByDigest.set(asset.digest, stored);
    }
    rows.push(...stored.map((chunk) => ({ ...chunk, asset: row })));
  }
  // The sort is stable, so an asset's chunks stay in order.
  rows.sort((a, b) => a.asset - b.asset);
  return { rows, pieces, size };
}

function chunksOf(blob: Uint8Array, codec: keyof typeof ChunkCodec) {
  const chunks: { codec: number; bytes: Uint8Array; rawSize: number }[] = [];
  for (let at = 0; at < blob.length; at += CHUNK_SIZE) {
    const raw = blob.subarray(at, at + CHUNK_SIZE);
    const packed = codec === "lz4" ? compressLz4(raw) : raw;
    const shrinks = packed.length <= raw.length * 0.95;
    chunks.push({
      codec: shrinks ? ChunkCodec[codec] : ChunkCodec.none,
      bytes: shrinks ? packed : raw,
      rawSize: raw.length,
    });
  }
  return chunks;
}

function layOut(
  sections: readonly Section[],
  chunks: PackedChunks | undefined,
  contentHash: string,
  layout: keyof typeof Layout,
): Uint8Array<ArrayBuffer> {
  const sectionCount = sections.length + (chunks ? 1 : 0);
  const rowSize = structSize(SectionEntry);
  const tableStart = structSize(FileHeader);
  let end = tableStart + rowSize * sectionCount;
  const starts = sections.map(({ bytes }) => {
    const start = align(end, SECTION_ALIGNMENT);
    end = start + bytes.length;
    return start;
  });
  const blobStart = align(end, CHUNK_ALIGNMENT);
  const fileSize = chunks ? blobStart + chunks.size : end;
  const file = new Uint8Array(fileSize);
  const view = new DataView(file.buffer);

  const rows: SectionRow[] = sections.map(({ kind, count, bytes, flags }, index) => {
    const start = starts[index] as number;
    file.set(bytes, start);
    if (kind === "CHNK") moveChunks(view, start, count, blobStart);
    const crc = crc32(file.subarray(start, start + bytes.length));
    return { kind, version: 1, flags, offset: start, size: bytes.length, count, crc };
  });
  if (chunks) {
    for (const piece of chunks.pieces) file.set(piece.bytes, blobStart + piece.offset);
    const flags = SectionFlag.required;
    rows.push({
      kind: "BLOB",
      version: 1,
      flags,
      offset: blobStart,
      size: chunks.size,
      count: 0,
      crc: 0,
    });
  }
  encodeRows(SectionEntry, view, tableStart, rows);
  encodeStruct(FileHeader, view, 0, {
    magic: "FPKG",
    major: FPKG_MAJOR,
    minor: FPKG_MINOR,
    layout: Layout[layout],
    sectionCount,
    fileSize,
    tableCrc: crc32(file.subarray(tableStart, tableStart + rowSize * sectionCount)),
    reserved: 0,
    contentHash,
  });
  return file;
}

function moveChunks(view: DataView, start: number, count: number, blobStart: number): void {
  const size = structSize(ChunkEntry);
  for (let row = 0; row < count; row++) {
    const at = start + row * size + fieldOffset(ChunkEntry, "offset");
    const offset =
      view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000 + blobStart;
    view.setUint32(at, offset % 0x1_0000_0000, true);
    view.setUint32(at + 4, Math.floor(offset / 0x1_0000_0000), true);
  }
}

function align(value: number, alignment: number): number {
  return Math.ceil(value / alignment) * alignment;
}
