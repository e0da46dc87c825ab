/** Reads package files, ship bundles and dev indexes. Nothing is trusted: every offset and sum is checked first. */

import { codeName, type ReadReference } from "./blob_reader.ts";
import { crc32 } from "./crc32.ts";
import { AssetType, type AssetTypeName } from "./format/blob.ts";
import {
  AssetEntry,
  CHUNK_SIZE,
  ChunkCodec,
  ChunkEntry,
  type ChunkRow,
  DependencyEntry,
  FileHeader,
  FPKG_MAJOR,
  Layout,
  MAX_EXPANSION,
  PackageEntry,
  ReferenceEntry,
  SectionEntry,
  SectionFlag,
  type SectionRow,
} from "./format/package.ts";
import { FpkgError } from "./fpkg_error.ts";
import { decompressLz4 } from "./lz4.ts";
import { sha256Hex } from "./sha256.ts";
import { decodeStruct, type Struct, type StructOf, structSize } from "./struct.ts";

/** A package inside a file. */
export interface PackageInfo {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly dependencies: readonly { readonly name: string; readonly version: string }[];
}

/** An asset inside a file. */
export interface AssetInfo {
  readonly id: string;
  readonly type: AssetTypeName;
  /** Qualified: `package.Name`. */
  readonly name: string;
  readonly package: string;
  /** SHA-256 of the blob in hex; its file name in the dev layout. */
  readonly digest: string;
  readonly size: number;
  readonly references: readonly ReadReference[];
}

/** An opened file. */
export interface PackageFile {
  readonly layout: keyof typeof Layout;
  readonly contentHash: string;
  readonly packages: readonly PackageInfo[];
  /** By id. */
  readonly assets: ReadonlyMap<string, AssetInfo>;
  /** The blob of an asset of a ship file; unpacks and checks its chunks. */
  readonly blob: (asset: AssetInfo) => Uint8Array;
}

/** Opens a package file; throws `FpkgError` for anything but a sound one. */
export function readPackages(bytes: Uint8Array): PackageFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(bytes, view);
  const sections = readSections(bytes, view, header.sectionCount);
  const layout = codeName(Layout, header.layout, "Layout");
  checkContent(bytes, sections, header.contentHash);

  const text = stringReader(bytes, view, need(sections, "STRS"));
  const dependencies = rowsOf(view, sections, "DEPS", DependencyEntry).map((row) => ({
    name: text(row.name),
    version: text(row.version),
  }));
  const references = rowsOf(view, sections, "REFS", ReferenceEntry).map((row) => ({
    id: row.id,
    interface: row.interface,
    type: row.type,
    name: text(row.name),
  }));
  const packages = rowsOf(view, sections, "PKGS", PackageEntry).map((row) => ({
    id: row.id,
    name: text(row.name),
    version: text(row.version),
    dependencies: run(dependencies, row.firstDependency, row.dependencyCount),
  }));
  const list = rowsOf(view, sections, "ASST", AssetEntry).map((row) => ({
    id: row.id,
    type: codeName(AssetType, row.type, "Asset type"),
    name: text(row.name),
    package: (run(packages, row.package, 1)[0] as PackageInfo).name,
    digest: row.digest,
    size: row.size,
    references: run(references, row.firstReference, row.referenceCount),
  }));
  const assets = new Map(list.map((asset) => [asset.id, asset]));
  const chunks =
    layout === "ship" ? chunksByAsset(bytes, view, sections, list) : new Map<string, ChunkRow[]>();
  const blob = (asset: AssetInfo): Uint8Array => unpack(bytes, asset, chunks.get(asset.id));
  return { layout, contentHash: header.contentHash, packages, assets, blob };
}

function readHeader(bytes: Uint8Array, view: DataView): StructOf<typeof FileHeader> {
  if (bytes.length < structSize(FileHeader))
    throw new FpkgError("FP1001", `${bytes.length} bytes are no FPKG file`);
  const header = decodeStruct(FileHeader, view, 0);
  if (header.magic !== "FPKG") throw new FpkgError("FP1001", "File does not start with `FPKG`");
  if (header.major !== FPKG_MAJOR) {
    throw new FpkgError(
      "FP1001",
      `Expected FPKG version ${FPKG_MAJOR}, found ${header.major}.${header.minor}`,
    );
  }
  if (header.fileSize !== bytes.length) {
    throw new FpkgError("FP1002", `Header says ${header.fileSize} bytes, file has ${bytes.length}`);
  }
  const end = structSize(FileHeader) + header.sectionCount * structSize(SectionEntry);
  if (end > bytes.length)
    throw new FpkgError("FP1002", `${header.sectionCount} sections do not fit the file`);
  if (crc32(bytes.subarray(structSize(FileHeader), end)) !== header.tableCrc) {
    throw new FpkgError("FP1003", "Section table does not match its checksum");
  }
  return header;
}

const STRUCT_OF_SECTION: Readonly<Record<string, Struct>> = {
  PKGS: PackageEntry,
  ASST: AssetEntry,
  REFS: ReferenceEntry,
  DEPS: DependencyEntry,
  CHNK: ChunkEntry,
};

const KNOWN_SECTIONS = new Set([...Object.keys(STRUCT_OF_SECTION), "STRS", "BLOB"]);

function readSections(bytes: Uint8Array, view: DataView, count: number): Map<string, SectionRow> {
  const sections = new Map<string, SectionRow>();
  for (let index = 0; index < count; index++) {
    const row = decodeStruct(
      SectionEntry,
      view,
      structSize(FileHeader) + index * structSize(SectionEntry),
    );
    if (!KNOWN_SECTIONS.has(row.kind)) {
      if (row.flags & SectionFlag.required)
        throw new FpkgError("FP1001", "File needs a section this reader lacks");
      continue;
    }
    if (row.version !== 1)
      throw new FpkgError("FP1001", `Section ${row.kind} has unknown version ${row.version}`);
    if (row.offset + row.size > bytes.length)
      throw new FpkgError("FP1002", `Section ${row.kind} is outside the file`);
    const struct = STRUCT_OF_SECTION[row.kind];
    if (struct !== undefined && row.count * structSize(struct) !== row.size) {
      throw new FpkgError(
        "FP1002",
        `Section ${row.kind} has ${row.size} bytes for ${row.count} rows`,
      );
    }
    if (
      row.kind !== "BLOB" &&
      crc32(bytes.subarray(row.offset, row.offset + row.size)) !== row.crc
    ) {
      throw new FpkgError("FP1003", `Section ${row.kind} does not match its checksum`);
    }
    sections.set(row.kind, row);
  }
  return sections;
}

function checkContent(
  bytes: Uint8Array,
  sections: ReadonlyMap<string, SectionRow>,
  expected: string,
): void {
  const parts = ["PKGS", "ASST", "REFS", "DEPS", "STRS"].map((kind) => {
    const { offset, size } = need(sections, kind);
    return bytes.subarray(offset, offset + size);
  });
  if (sha256Hex(...parts) !== expected)
    throw new FpkgError("FP1003", "Tables do not match the content hash");
}

function need(sections: ReadonlyMap<string, SectionRow>, kind: string): SectionRow {
  const section = sections.get(kind);
  if (section === undefined) throw new FpkgError("FP1005", `File has no ${kind} section`);
  return section;
}

function rowsOf<S extends Struct>(
  view: DataView,
  sections: ReadonlyMap<string, SectionRow>,
  kind: string,
  struct: S,
): StructOf<S>[] {
  const { offset, count } = need(sections, kind);
  const size = structSize(struct);
  return Array.from({ length: count }, (_, index) =>
    decodeStruct(struct, view, offset + index * size),
  );
}

function stringReader(
  bytes: Uint8Array,
  view: DataView,
  section: SectionRow,
): (at: number) => string {
  const decoder = new TextDecoder();
  return (at) => {
    const start = section.offset + at + 4;
    const end = section.offset + section.size;
    const length = start <= end ? view.getUint32(start - 4, true) : 0;
    if (start + length > end) throw new FpkgError("FP1002", `String at ${at} is outside STRS`);
    return decoder.decode(bytes.subarray(start, start + length));
  };
}

function run<T>(rows: readonly T[], first: number, count: number): readonly T[] {
  if (first + count > rows.length)
    throw new FpkgError("FP1002", `Rows ${first}+${count} of ${rows.length}`);
  return rows.slice(first, first + count);
}

function chunksByAsset(
  bytes: Uint8Array,
  view: DataView,
  sections: ReadonlyMap<string, SectionRow>,
  assets: readonly AssetInfo[],
): Map<string, ChunkRow[]> {
  const blobs = need(sections, "BLOB");
  const byAsset = new Map<string, ChunkRow[]>();
  for (const chunk of rowsOf(view, sections, "CHNK", ChunkEntry)) {
    const [asset] = run(assets, chunk.asset, 1) as [AssetInfo];
    const end = chunk.offset + chunk.storedSize;
    if (chunk.offset < blobs.offset || end > bytes.length) {
      throw new FpkgError("FP1002", `Chunk of ${asset.name} is outside the BLOB section`);
    }
    if (chunk.rawSize > CHUNK_SIZE || chunk.rawSize > chunk.storedSize * MAX_EXPANSION) {
      throw new FpkgError(
        "FP1004",
        `Chunk of ${asset.name} claims to expand to ${chunk.rawSize} bytes`,
      );
    }
    const known = byAsset.get(asset.id);
    if (known) known.push(chunk);
    else byAsset.set(asset.id, [chunk]);
  }
  return byAsset;
}

function unpack(bytes: Uint8Array, asset: AssetInfo, chunks: readonly ChunkRow[] = []): Uint8Array {
  const total = chunks.reduce((sum, chunk) => sum + chunk.rawSize, 0);
  if (total !== asset.size) {
    throw new FpkgError("FP1005", `Chunks of ${asset.name} hold ${total} of ${asset.size} bytes`);
  }
  // Chunks of one asset do not overlap, so a small file cannot ask for a huge blob.
  if (chunks.reduce((sum, chunk) => sum + chunk.storedSize, 0) > bytes.length) {
    throw new FpkgError("FP1004", `Chunks of ${asset.name} overlap`);
  }
  const blob = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    const stored = bytes.subarray(chunk.offset, chunk.offset + chunk.storedSize);
    if (crc32(stored) !== chunk.crc)
      throw new FpkgError("FP1003", `Chunk of ${asset.name} does not match its checksum`);
    blob.set(decodeChunk(stored, chunk), at);
    at += chunk.rawSize;
  }
  return blob;
}

function decodeChunk(stored: Uint8Array, chunk: ChunkRow): Uint8Array {
  switch (codeName(ChunkCodec, chunk.codec, "Chunk codec")) {
    case "none":
      if (chunk.storedSize !== chunk.rawSize)
        throw new FpkgError("FP1004", "A raw chunk has two sizes");
      return stored;
    case "lz4":
      return decompressLz4(stored, chunk.rawSize);
  }
}
