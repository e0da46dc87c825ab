/** Writes package files. Equal inputs give equal bytes: rows are sorted, strings are sorted, nothing knows the time. */
import { packageId } from "./asset_id.ts";
import type { ReadReference } from "./blob_reader.ts";
import { AssetType, type AssetTypeName } from "./format/blob.ts";
import {
  AssetEntry,
  type AssetRow,
  type ChunkCodec,
  DependencyEntry,
  type Layout,
  PackageEntry,
  type PackageRow,
  ReferenceEntry,
} from "./format/package.ts";
import { layOutFile, layOutTables, type Table, table } from "./lay_out.ts";
import { packChunks } from "./pack_chunks.ts";
import { sha256Hex } from "./sha256.ts";
import { type StringTable, stringTable } from "./string_table.ts";

/** An asset that another one needs, and which blob that is. */
export interface LinkedReference extends ReadReference {
  /** SHA-256 in hex of the blob that it was linked against. */
  readonly digest: string;
}

/** One asset of a package. */
export interface AssetInput {
  readonly id: string;
  readonly type: AssetTypeName;
  /** Qualified: `package.Name`. */
  readonly name: string;
  /** SHA-256 of `blob` in hex; given, so that tools may use the platform's fast one. */
  readonly digest: string;
  readonly size: number;
  readonly references: readonly LinkedReference[];
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
  /** Codec tried on every chunk; a chunk that would not shrink by more than 5 % stays raw. */
  readonly codec: keyof typeof ChunkCodec;
}

/** Serialises packages, in dependency order, into one file. */
export function writePackages(
  packages: readonly PackageInput[],
  options: WriteOptions,
): Uint8Array<ArrayBuffer> {
  const assets = packages
    .flatMap((source, index) => source.assets.map((asset) => ({ asset, package: index })))
    .sort((a, b) => (a.asset.id < b.asset.id ? -1 : 1));
  const tables = tablesOf(packages, assets);
  const contentHash = sha256Hex(...tables.map(({ bytes }) => bytes));
  if (options.layout === "dev") return layOutTables(tables, contentHash);
  const rowOf = new Map(assets.map(({ asset }, row) => [asset.id, row]));
  const loadOrder = packages.flatMap((source) => source.assets);
  const blobs = loadOrder.map(({ id, digest, blob }) => ({
    row: rowOf.get(id) as number,
    digest,
    blob,
  }));
  return layOutFile(tables, packChunks(blobs, options.codec), contentHash);
}

/** An asset with its package's row. */
interface PlacedAsset {
  readonly asset: AssetInput;
  readonly package: number;
}

/** The tables that both layouts have, in the order in which `contentHash` takes them. */
function tablesOf(packages: readonly PackageInput[], assets: readonly PlacedAsset[]): Table[] {
  const strings = stringTable(textsOf(packages));
  const { offsetOf } = strings;
  const references = assets.flatMap(({ asset }) => asset.references);
  const dependencies = packages.flatMap((source) => source.dependencies);
  return [
    table("PKGS", PackageEntry, packageRows(packages, strings)),
    table("ASST", AssetEntry, assetRows(assets, strings)),
    table(
      "REFS",
      ReferenceEntry,
      references.map((reference) => ({ ...reference, flags: 0, name: offsetOf(reference.name) })),
    ),
    table(
      "DEPS",
      DependencyEntry,
      dependencies.map(({ name, version }) => ({
        id: packageId(name),
        name: offsetOf(name),
        version: offsetOf(version),
      })),
    ),
    { kind: "STRS", count: 0, bytes: strings.bytes },
  ];
}

function textsOf(packages: readonly PackageInput[]): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const source of packages) {
    for (const { name, version } of [source, ...source.dependencies]) texts.add(name).add(version);
    for (const asset of source.assets) {
      texts.add(asset.name);
      for (const reference of asset.references) texts.add(reference.name);
    }
  }
  return texts;
}

function packageRows(packages: readonly PackageInput[], { offsetOf }: StringTable): PackageRow[] {
  let firstDependency = 0;
  return packages.map(({ name, version, dependencies }) => {
    const row = {
      id: packageId(name),
      name: offsetOf(name),
      version: offsetOf(version),
      firstDependency,
      dependencyCount: dependencies.length,
    };
    firstDependency += dependencies.length;
    return row;
  });
}

function assetRows(assets: readonly PlacedAsset[], { offsetOf }: StringTable): AssetRow[] {
  let firstReference = 0;
  return assets.map(({ asset, package: packageRow }) => {
    const row = {
      id: asset.id,
      digest: asset.digest,
      size: asset.size,
      type: AssetType[asset.type],
      flags: 0,
      package: packageRow,
      name: offsetOf(asset.name),
      firstReference,
      referenceCount: asset.references.length,
      reserved: 0,
    };
    firstReference += asset.references.length;
    return row;
  });
}
