/** Reads package files, ship bundles and dev indexes. Nothing is trusted: every offset and sum is checked first. */
import { codeName } from "./blob_reader.ts";
import { AssetType, type AssetTypeName } from "./format/blob.ts";
import {
  AssetEntry,
  DependencyEntry,
  Layout,
  PackageEntry,
  ReferenceEntry,
} from "./format/package.ts";
import { FpkgError } from "./fpkg_error.ts";
import { readBlob, readChunks } from "./read_chunks.ts";
import { readSections } from "./read_sections.ts";
import type { LinkedReference } from "./write.ts";

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
  readonly references: readonly LinkedReference[];
}

/** An opened file. */
export interface PackageFile {
  readonly layout: keyof typeof Layout;
  readonly contentHash: string;
  readonly packages: readonly PackageInfo[];
  /** By id. */
  readonly assets: ReadonlyMap<string, AssetInfo>;
  /**
   * The blob of an asset of a ship file, its checksums checked; a view of the file's bytes where it lies there in one
   * piece. Only its own chunks are read.
   */
  readonly blob: (asset: AssetInfo) => Uint8Array;
}

/** Opens a package file; throws `FpkgError` for anything but a sound one. */
export function readPackages(file: Uint8Array): PackageFile {
  // A Buffer of Node is one too, but its parts would be Buffers, whose `slice` does not copy.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const sections = readSections(bytes);
  const { header, text, rows } = sections;
  const layout = codeName(Layout, header.layout, "Layout");
  const dependencies = rows("DEPS", DependencyEntry).map((row) => ({
    name: text(row.name),
    version: text(row.version),
  }));
  const references = rows("REFS", ReferenceEntry).map((row) => ({
    id: row.id,
    interface: row.interface,
    digest: row.digest,
    type: row.type,
    name: text(row.name),
  }));
  const packages = rows("PKGS", PackageEntry).map((row) => ({
    id: row.id,
    name: text(row.name),
    version: text(row.version),
    dependencies: run(dependencies, row.firstDependency, row.dependencyCount),
  }));
  const list = rows("ASST", AssetEntry).map((row) => ({
    id: row.id,
    type: codeName(AssetType, row.type, "Asset type"),
    name: text(row.name),
    package: (run(packages, row.package, 1)[0] as PackageInfo).name,
    digest: row.digest,
    size: row.size,
    references: run(references, row.firstReference, row.referenceCount),
  }));
  checkNames(list);
  checkOrder(list);
  const assets = new Map(list.map((asset) => [asset.id, asset]));
  const chunks = layout === "ship" ? readChunks(bytes, sections, list) : [];
  const rowOf = new Map(list.map(({ id }, row) => [id, row]));
  const blob = (asset: AssetInfo): Uint8Array => {
    const found = chunks[rowOf.get(asset.id) ?? -1];
    if (found === undefined) throw new FpkgError("FP1005", `File has no chunks of ${asset.name}`);
    return readBlob(bytes, asset, found);
  };
  return { layout, contentHash: header.contentHash, packages, assets, blob };
}

function checkNames(assets: readonly AssetInfo[]): void {
  for (const { name, package: owner } of assets) {
    if (!name.startsWith(`${owner}.`))
      throw new FpkgError("FP1004", `Asset ${name} is in package ${owner}`);
  }
}

/** Readers search the rows in place. */
function checkOrder(assets: readonly AssetInfo[]): void {
  for (const [row, { id, name }] of assets.entries()) {
    if (row > 0 && id <= (assets[row - 1] as AssetInfo).id)
      throw new FpkgError("FP1004", `Asset ${name} is not in its place or is there twice`);
  }
}

function run<T>(rows: readonly T[], first: number, count: number): readonly T[] {
  if (first + count > rows.length)
    throw new FpkgError("FP1002", `Rows ${first}+${count} of ${rows.length}`);
  return rows.slice(first, first + count);
}
