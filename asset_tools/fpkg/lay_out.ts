/** Puts the sections of a package file at their places and writes header and section table before them. */
import { align } from "./align.ts";
import { crc32 } from "./crc32.ts";
import {
  CHUNK_ALIGNMENT,
  ChunkEntry,
  FileHeader,
  FPKG_MAJOR,
  FPKG_MINOR,
  Layout,
  SECTION_ALIGNMENT,
  SectionEntry,
  SectionFlag,
  type SectionRow,
} from "./format/package.ts";
import type { PackedChunks } from "./pack_chunks.ts";
import { encodeRows, encodeStruct, type Struct, type StructOf, structSize } from "./struct.ts";

/** A table of the file. */
export interface Table {
  readonly kind: string;
  /** 0 for strings. */
  readonly count: number;
  readonly bytes: Uint8Array;
}

/** A table of rows. */
export function table<S extends Struct>(
  kind: string,
  struct: S,
  rows: readonly StructOf<S>[],
): Table {
  const bytes = new Uint8Array(structSize(struct) * rows.length);
  encodeRows(struct, new DataView(bytes.buffer), 0, rows);
  return { kind, count: rows.length, bytes };
}

/** The dev layout: tables only. */
export function layOutTables(
  tables: readonly Table[],
  contentHash: string,
): Uint8Array<ArrayBuffer> {
  const { starts, end } = place(tables, tables.length);
  const file = new Uint8Array(end);
  writeHeader(file, "dev", contentHash, writeTables(file, tables, starts));
  return file;
}

/** The ship layout: tables, chunk table and blobs. */
export function layOutFile(
  tables: readonly Table[],
  chunks: PackedChunks,
  contentHash: string,
): Uint8Array<ArrayBuffer> {
  // How long the chunk table is does not depend on where the blobs are.
  const { end } = place([...tables, table("CHNK", ChunkEntry, chunks.rows)], tables.length + 2);
  const blobs = align(end, CHUNK_ALIGNMENT);
  const rows = chunks.rows.map((row) => ({ ...row, offset: row.offset + blobs }));
  const all = [...tables, table("CHNK", ChunkEntry, rows)];
  const file = new Uint8Array(blobs + chunks.size);
  for (const { offset, bytes } of chunks.pieces) file.set(bytes, blobs + offset);
  const blobSection = sectionRow("BLOB", blobs, chunks.size, 0, 0);
  const sections = writeTables(file, all, place(all, all.length + 1).starts);
  writeHeader(file, "ship", contentHash, [...sections, blobSection]);
  return file;
}

/** First bytes of the tables behind a section table of `sectionCount` rows, and where the last one ends. */
function place(tables: readonly Table[], sectionCount: number) {
  let end = structSize(FileHeader) + structSize(SectionEntry) * sectionCount;
  const starts = tables.map(({ bytes }) => {
    const start = align(end, SECTION_ALIGNMENT);
    end = start + bytes.length;
    return start;
  });
  return { starts, end };
}

function writeTables(
  file: Uint8Array,
  tables: readonly Table[],
  starts: readonly number[],
): SectionRow[] {
  return tables.map(({ kind, count, bytes }, index) => {
    const start = starts[index] as number;
    file.set(bytes, start);
    return sectionRow(kind, start, bytes.length, count, crc32(bytes));
  });
}

function sectionRow(
  kind: string,
  offset: number,
  size: number,
  count: number,
  crc: number,
): SectionRow {
  return { kind, version: 1, flags: SectionFlag.required, offset, size, count, crc };
}

function writeHeader(
  file: Uint8Array<ArrayBuffer>,
  layout: keyof typeof Layout,
  contentHash: string,
  sections: readonly SectionRow[],
): void {
  const view = new DataView(file.buffer);
  const tableStart = structSize(FileHeader);
  const tableEnd = tableStart + structSize(SectionEntry) * sections.length;
  encodeRows(SectionEntry, view, tableStart, sections);
  encodeStruct(FileHeader, view, 0, {
    magic: "FPKG",
    major: FPKG_MAJOR,
    minor: FPKG_MINOR,
    layout: Layout[layout],
    sectionCount: sections.length,
    fileSize: file.length,
    tableCrc: crc32(file.subarray(tableStart, tableEnd)),
    reserved: 0,
    contentHash,
  });
}
