/** PackageLink: the compiled blobs of one package to a package file. */
import { createHash } from "node:crypto";
import {
  type Diagnostic,
  diagnostic,
  type Outcome,
  outcome,
  wholeFile,
} from "../document/diagnostic.ts";
import { assetId } from "../fpkg/asset_id.ts";
import { BlobReader, type ReadReference } from "../fpkg/blob_reader.ts";
import type { AssetTypeName } from "../fpkg/format/blob.ts";
import { FpkgError } from "../fpkg/fpkg_error.ts";
import { type PackageFile, readPackages } from "../fpkg/read.ts";
import type { AssetInput, PackageInput, WriteOptions } from "../fpkg/write.ts";
import { writePackages } from "../fpkg/write.ts";
import type { PackageIndex } from "../package_xml/model.ts";
import { checkInterfaces, checkLinks, fpkgDiagnostic } from "./link_checks.ts";
import { inLoadOrder } from "./load_order.ts";

/** A compiled asset. */
export interface CompiledBlob {
  /** Id inside the package. */
  readonly id: string;
  readonly bytes: Uint8Array;
  /** Path in diagnostics. */
  readonly file: string;
}

/** A package file of either layout, or its tables alone. */
export interface NamedFile {
  /** Path in diagnostics. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A package file, and in the dev layout the blobs beside it. */
export interface LinkedPackage {
  readonly file: Uint8Array;
  /** The tables alone, which is the dev layout: what dependants are linked against. */
  readonly tables: Uint8Array;
  readonly contentHash: string;
  /** Blobs by digest; a ship file holds them itself. */
  readonly blobs: ReadonlyMap<string, Uint8Array>;
}

const MAGICS: Readonly<Record<string, AssetTypeName>> = {
  TEXR: "texture",
  MESH: "mesh",
  SHDR: "shader",
  MATL: "material",
  SCNE: "scene",
  AUDI: "audio",
  ANIM: "animation",
  DATA: "data",
  PREF: "prefab",
};

/** Links one package against the tables of `dependencies`: of all packages whose assets it names. */
export function linkPackage(
  index: PackageIndex,
  blobs: readonly CompiledBlob[],
  options: WriteOptions,
  dependencies: readonly NamedFile[] = [],
): Outcome<LinkedPackage> {
  const diagnostics: Diagnostic[] = [];
  const compiled = keepGood(blobs, diagnostics, (blob) => assetOf(index.id, blob));
  const others = keepGood(dependencies, diagnostics, ({ bytes }) => readPackages(bytes));
  diagnostics.push(...checkIndex(index, compiled));
  if (diagnostics.length > 0) return { diagnostics };
  const assets = inLoadOrder(linkAssets(compiled, others));
  const linked: PackageInput = {
    name: index.id,
    version: index.version,
    dependencies: index.dependencies.map(({ id, version }) => ({ name: id, version })),
    assets,
  };
  const all = {
    packages: [...others.flatMap(({ packages }) => packages), linked],
    assets: [...others.flatMap((file) => [...file.assets.values()]), ...assets],
  };
  diagnostics.push(...checkLinks(all), ...checkInterfaces(assets));
  return outcome(diagnostics, () => writeLinked([linked], options));
}

/** What can be read; what cannot is a diagnostic at its file. */
function keepGood<I extends { readonly file: string }, O>(
  inputs: readonly I[],
  diagnostics: Diagnostic[],
  read: (input: I) => O,
): O[] {
  return inputs.flatMap((input) => {
    try {
      return [read(input)];
    } catch (error) {
      diagnostics.push(fpkgDiagnostic(error, input.file));
      return [];
    }
  });
}

/** An asset that does not know yet which blobs its references are. */
type CompiledAsset = Omit<AssetInput, "references"> & {
  readonly references: readonly ReadReference[];
};

function assetOf(packageName: string, { id, bytes }: CompiledBlob): CompiledAsset {
  const { references } = new BlobReader(bytes, undefined);
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  const type = MAGICS[magic];
  if (type === undefined) throw new FpkgError("FP1001", "Blob is of no known kind");
  const name = `${packageName}.${id}`;
  return {
    id: assetId(type, name),
    type,
    name,
    digest: digestOf(bytes),
    size: bytes.length,
    references,
    blob: bytes,
  };
}

/** SHA-256 in hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** No blob has this digest; a reference that leads nowhere is told by the checks. */
const NO_DIGEST = "0".repeat(64);

/** Writes into every reference which blob it means now. */
export function linkAssets(
  assets: readonly CompiledAsset[],
  others: readonly PackageFile[] = [],
): AssetInput[] {
  const digests = new Map<string, string>();
  for (const file of others)
    for (const { id, digest } of file.assets.values()) digests.set(id, digest);
  for (const { id, digest } of assets) digests.set(id, digest);
  return assets.map((asset) => ({
    ...asset,
    references: asset.references.map((reference) => ({
      ...reference,
      digest: digests.get(reference.id) ?? NO_DIGEST,
    })),
  }));
}

/** Every id of the index has one blob of its kind. */
function checkIndex(index: PackageIndex, assets: readonly CompiledAsset[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const place = wholeFile(`package ${index.id}`);
  const kinds = new Map<string, AssetTypeName>();
  for (const { name, type } of assets) {
    if (kinds.has(name)) diagnostics.push(diagnostic("FP1007", place, { name }));
    kinds.set(name, type);
  }
  for (const { id, kind } of index.ids) {
    const name = `${index.id}.${id}`;
    if (kinds.get(name) === kind) continue;
    diagnostics.push(diagnostic("FP1008", place, { package: index.id, kind, name }));
  }
  return diagnostics;
}

/** Serialises packages whose assets are linked. */
export function writeLinked(
  packages: readonly PackageInput[],
  options: WriteOptions,
): LinkedPackage {
  const file = writePackages(packages, options);
  const isDev = options.layout === "dev";
  const tables = isDev ? file : writePackages(packages, { ...options, layout: "dev" });
  const assets = isDev ? packages.flatMap((source) => source.assets) : [];
  return {
    file,
    tables,
    contentHash: readPackages(tables).contentHash,
    blobs: new Map(assets.map(({ digest, blob }) => [digest, blob])),
  };
}
