/** The package file: header, section table and the tables of packages, assets, references, dependencies and chunks. */
import type { Struct, StructOf } from "../struct.ts";

/** Major versions are refused when unknown; minor ones only add sections, which readers may skip. */
export const FPKG_MAJOR = 2;
export const FPKG_MINOR = 0;

/** First bytes of a section; also how far tables are aligned. */
export const SECTION_ALIGNMENT = 64;

/** Every chunk of the BLOB section starts here, so its bytes can be copied to the GPU from a mapping. */
export const CHUNK_ALIGNMENT = 256;

/** Raw bytes a chunk holds at most; bigger blobs are several chunks, each decoded alone. */
export const CHUNK_SIZE = 262144;

/** Readers refuse a chunk that claims to expand more than this, before allocating. */
export const MAX_EXPANSION = 256;

/** How a chunk is stored. */
export const ChunkCodec = { none: 0, lz4: 1 } as const;

/** `ship` has a BLOB section; `dev` has none and keeps every blob in a file named by its digest. */
export const Layout = { ship: 0, dev: 1 } as const;

/** Section table flag: a reader that does not know this section refuses the file. */
export const SectionFlag = { required: 1 } as const;

export const FileHeader = {
  name: "FileHeader",
  doc: "First bytes of a package, a ship bundle or a dev index.",
  fields: [
    { name: "magic", type: "fourcc", doc: "`FPKG`" },
    { name: "major", type: "u16", doc: "format major version; another one is refused" },
    { name: "minor", type: "u16", doc: "format minor version; a newer one may have more sections" },
    { name: "layout", type: "u32", doc: "`Layout`: 0 ship, 1 dev" },
    {
      name: "sectionCount",
      type: "u32",
      doc: "rows of the section table, which follows this header",
    },
    { name: "fileSize", type: "u64", doc: "bytes of the whole file" },
    { name: "tableCrc", type: "u32", doc: "CRC-32 of the section table" },
    { name: "reserved", type: "u32", doc: "0" },
    {
      name: "contentHash",
      type: "digest",
      doc: "SHA-256 over the sections PKGS, ASST, REFS, DEPS, STRS in this order; equal in the dev and ship layouts",
    },
  ],
} as const satisfies Struct;

export const SectionEntry = {
  name: "SectionEntry",
  doc: "One row of the section table. Bytes between sections are zero.",
  fields: [
    {
      name: "kind",
      type: "fourcc",
      doc: "`PKGS`, `ASST`, `REFS`, `DEPS`, `STRS`, `CHNK` or `BLOB`",
    },
    { name: "version", type: "u16", doc: "version of the section's rows, 1" },
    { name: "flags", type: "u16", doc: "`SectionFlag` bits" },
    { name: "offset", type: "u64", doc: "first byte in the file, 64-aligned (BLOB: 256-aligned)" },
    { name: "size", type: "u64", doc: "bytes" },
    { name: "count", type: "u32", doc: "rows; 0 for STRS and BLOB" },
    {
      name: "crc",
      type: "u32",
      doc: "CRC-32 of the section's bytes; 0 for BLOB, whose chunks have their own",
    },
  ],
} as const satisfies Struct;

export const PackageEntry = {
  name: "PackageEntry",
  doc: "Section PKGS: one row a package (a bundle has several), in dependency order.",
  fields: [
    { name: "id", type: "id", doc: "first 16 bytes of SHA-256 of `package:Name`" },
    { name: "name", type: "u32", doc: "string in STRS" },
    { name: "version", type: "u32", doc: "string in STRS" },
    { name: "firstDependency", type: "u32", doc: "first row in DEPS" },
    { name: "dependencyCount", type: "u32", doc: "rows in DEPS" },
  ],
} as const satisfies Struct;

export const AssetEntry = {
  name: "AssetEntry",
  doc: "Section ASST: one row an asset, sorted by id so that it can be searched in place.",
  fields: [
    { name: "id", type: "id", doc: "first 16 bytes of SHA-256 of `type:package.Name`" },
    {
      name: "digest",
      type: "digest",
      doc: "SHA-256 of the blob; also its file name in the dev layout",
    },
    { name: "size", type: "u64", doc: "bytes of the blob" },
    { name: "type", type: "u16", doc: "`AssetType`" },
    { name: "flags", type: "u16", doc: "0" },
    { name: "package", type: "u32", doc: "row in PKGS" },
    { name: "name", type: "u32", doc: "string in STRS: `package.Name`" },
    { name: "firstReference", type: "u32", doc: "first row in REFS" },
    { name: "referenceCount", type: "u32", doc: "rows in REFS" },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export const ReferenceEntry = {
  name: "ReferenceEntry",
  doc: "Section REFS: what an asset needs, so that a loader sees the graph without the blobs, and which blob that was when the package was linked.",
  fields: [
    { name: "id", type: "id", doc: "id of the asset needed" },
    { name: "interface", type: "id", doc: "interface it must have (shaders), or zeros" },
    { name: "digest", type: "digest", doc: "SHA-256 of its blob; a loader refuses another one" },
    { name: "type", type: "u16", doc: "`AssetType` of the asset needed" },
    { name: "flags", type: "u16", doc: "0" },
    { name: "name", type: "u32", doc: "string in STRS: `package.Name`" },
  ],
} as const satisfies Struct;

export const DependencyEntry = {
  name: "DependencyEntry",
  doc: "Section DEPS: a package that must be loaded too.",
  fields: [
    { name: "id", type: "id", doc: "package id" },
    { name: "name", type: "u32", doc: "string in STRS" },
    { name: "version", type: "u32", doc: "string in STRS: the version asked for, may be empty" },
  ],
} as const satisfies Struct;

export const ChunkEntry = {
  name: "ChunkEntry",
  doc: "Section CHNK (ship layout): pieces of blobs, sorted by asset and position. Equal blobs share chunks' bytes.",
  fields: [
    { name: "asset", type: "u32", doc: "row in ASST" },
    { name: "codec", type: "u32", doc: "`ChunkCodec`" },
    { name: "offset", type: "u64", doc: "first byte in the file, 256-aligned" },
    { name: "storedSize", type: "u32", doc: "bytes in the file" },
    { name: "rawSize", type: "u32", doc: "bytes decoded, at most 262144" },
    { name: "crc", type: "u32", doc: "CRC-32 of the stored bytes" },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

/** Decoded rows of the package tables. */
export type FileHeaderRow = StructOf<typeof FileHeader>;
export type SectionRow = StructOf<typeof SectionEntry>;
export type PackageRow = StructOf<typeof PackageEntry>;
export type AssetRow = StructOf<typeof AssetEntry>;
export type ReferenceRow = StructOf<typeof ReferenceEntry>;
export type DependencyRow = StructOf<typeof DependencyEntry>;
export type ChunkRow = StructOf<typeof ChunkEntry>;
