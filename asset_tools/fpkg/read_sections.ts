/** Header and section table of a package file. Nothing is trusted: every offset and sum is checked first. */
import { crc32 } from "./crc32.ts";
import {
  AssetEntry,
  CHUNK_ALIGNMENT,
  ChunkEntry,
  DependencyEntry,
  FileHeader,
  type FileHeaderRow,
  FPKG_MAJOR,
  PackageEntry,
  ReferenceEntry,
  SECTION_ALIGNMENT,
  SectionEntry,
  SectionFlag,
  type SectionRow,
} from "./format/package.ts";
import { FpkgError } from "./fpkg_error.ts";
import { sha256Hex } from "./sha256.ts";
import { decodeStruct, type Struct, type StructOf, structSize } from "./struct.ts";

/** Where strings of STRS begin. */
const STRING_ALIGNMENT = 4;

/** The file's bytes and where its sections are. */
export interface Sections {
  readonly header: FileHeaderRow;
  /** The section, or an error where the file has none. */
  readonly need: (kind: string) => SectionRow;
  /** All rows of a section, decoded. */
  readonly rows: <S extends Struct>(kind: string, struct: S) => StructOf<S>[];
  /** The string at an offset of STRS. */
  readonly text: (at: number) => string;
}

/** Checks everything but the blobs; throws `FpkgError` for anything but a sound file. */
export function readSections(bytes: Uint8Array): Sections {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(bytes, view);
  const table = readTable(bytes, view, header.sectionCount);
  checkPadding(bytes, header.sectionCount, table);
  const ours = table.filter(({ kind }) => KNOWN_SECTIONS.has(kind));
  const known = new Map(ours.map((row) => [row.kind, row]));
  if (known.size < ours.length) throw new FpkgError("FP1004", "A section is there twice");
  const need = (kind: string): SectionRow => {
    const section = known.get(kind);
    if (section === undefined) throw new FpkgError("FP1005", `File has no ${kind} section`);
    return section;
  };
  checkContent(bytes, need, header.contentHash);
  return {
    header,
    need,
    rows: (kind, struct) => rowsOf(view, need(kind), struct),
    text: stringReader(bytes, view, need("STRS")),
  };
}

function readHeader(bytes: Uint8Array, view: DataView): FileHeaderRow {
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
  const end = tableEnd(header.sectionCount);
  if (end > bytes.length)
    throw new FpkgError("FP1002", `${header.sectionCount} sections do not fit the file`);
  if (crc32(bytes.subarray(structSize(FileHeader), end)) !== header.tableCrc) {
    throw new FpkgError("FP1003", "Section table does not match its checksum");
  }
  return header;
}

function tableEnd(sectionCount: number): number {
  return structSize(FileHeader) + sectionCount * structSize(SectionEntry);
}

const STRUCT_OF_SECTION: Readonly<Record<string, Struct>> = {
  PKGS: PackageEntry,
  ASST: AssetEntry,
  REFS: ReferenceEntry,
  DEPS: DependencyEntry,
  CHNK: ChunkEntry,
};

const KNOWN_SECTIONS = new Set([...Object.keys(STRUCT_OF_SECTION), "STRS", "BLOB"]);

function readTable(bytes: Uint8Array, view: DataView, count: number): SectionRow[] {
  const rows = Array.from({ length: count }, (_, index) =>
    decodeStruct(SectionEntry, view, tableEnd(index)),
  );
  for (const row of rows) checkSection(bytes, row);
  return rows;
}

function checkSection(bytes: Uint8Array, row: SectionRow): void {
  const { kind, offset, size } = row;
  if (!KNOWN_SECTIONS.has(kind) && (row.flags & SectionFlag.required) !== 0) {
    throw new FpkgError("FP1001", "File needs a section this reader lacks");
  }
  if (offset + size > bytes.length || offset < structSize(FileHeader)) {
    throw new FpkgError("FP1002", "A section is outside the file");
  }
  if (offset % (kind === "BLOB" ? CHUNK_ALIGNMENT : SECTION_ALIGNMENT) !== 0) {
    throw new FpkgError("FP1004", `A section begins at ${offset}, which is not aligned`);
  }
  if (!KNOWN_SECTIONS.has(kind)) return;
  if (row.version !== 1)
    throw new FpkgError("FP1001", `Section ${kind} has unknown version ${row.version}`);
  const struct = STRUCT_OF_SECTION[kind];
  if (struct !== undefined && row.count * structSize(struct) !== size) {
    throw new FpkgError("FP1002", `Section ${kind} has ${size} bytes for ${row.count} rows`);
  }
  if (kind !== "BLOB" && crc32(bytes.subarray(offset, offset + size)) !== row.crc) {
    throw new FpkgError("FP1003", `Section ${kind} does not match its checksum`);
  }
}

/** Sections follow one another as in their table, and nothing hides between them or behind the last. */
function checkPadding(bytes: Uint8Array, sectionCount: number, table: readonly SectionRow[]): void {
  let end = tableEnd(sectionCount);
  for (const { offset, size } of table) {
    if (offset < end) throw new FpkgError("FP1004", `Sections overlap at ${offset}`);
    checkZeros(bytes, end, offset);
    end = offset + size;
  }
  if (end !== bytes.length) throw new FpkgError("FP1004", `Bytes from ${end} on are in no section`);
}

/** Bytes that nothing uses are zero; others would make equal files differ. */
export function checkZeros(bytes: Uint8Array, start: number, end: number): void {
  for (let at = start; at < end; at++) {
    if (bytes[at] !== 0) throw new FpkgError("FP1004", `Padding at ${at} is not zero`);
  }
}

function checkContent(
  bytes: Uint8Array,
  need: (kind: string) => SectionRow,
  expected: string,
): void {
  const parts = ["PKGS", "ASST", "REFS", "DEPS", "STRS"].map((kind) => {
    const { offset, size } = need(kind);
    return bytes.subarray(offset, offset + size);
  });
  if (sha256Hex(...parts) !== expected)
    throw new FpkgError("FP1003", "Tables do not match the content hash");
}

function rowsOf<S extends Struct>(
  view: DataView,
  { offset, count }: SectionRow,
  struct: S,
): StructOf<S>[] {
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
  const known = new Map<number, string>();
  return (at) => {
    const found = known.get(at);
    if (found !== undefined) return found;
    if (at % STRING_ALIGNMENT !== 0)
      throw new FpkgError("FP1004", `String at ${at} is not aligned`);
    const start = section.offset + at + 4;
    const end = section.offset + section.size;
    const length = start <= end ? view.getUint32(start - 4, true) : 0;
    if (start > end || start + length > end)
      throw new FpkgError("FP1002", `String at ${at} is outside STRS`);
    const text = decoder.decode(bytes.subarray(start, start + length));
    known.set(at, text);
    return text;
  };
}
