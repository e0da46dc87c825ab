/** PackageLink: the compiled blobs of one package to a package file. */
import { createHash } from "node:crypto";
import {
  type Diagnostic,
  diagnostic,
  type Outcome,
  outcome,
  wholeFile,
} from "../document/diagnostic.ts";
import { assetId, NO_ID } from "../fpkg/asset_id.ts";
import { BlobReader } from "../fpkg/blob_reader.ts";
import type { AssetTypeName } from "../fpkg/format/blob.ts";
import { FpkgError } from "../fpkg/fpkg_error.ts";
import { readPackages } from "../fpkg/read.ts";
import { decodeShader, shaderInterface } from "../fpkg/shader_blob.ts";
import {
  type AssetInput,
  type PackageInput,
  type WriteOptions,
  writePackages,
} from "../fpkg/write.ts";
import type { PackageIndex } from "../package_xml/model.ts";

/** A compiled asset. */
export interface CompiledBlob {
  /** Id inside the package. */
  readonly id: string;
  readonly bytes: Uint8Array;
  /** Path in diagnostics. */
  readonly file: string;
}

/** A package file, and in the dev layout the blobs beside it. */
export interface LinkedPackage {
  readonly file: Uint8Array;
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

/** A loader meets an asset after all that it needs. */
const LOAD_ORDER: readonly AssetTypeName[] = [
  "shader",
  "texture",
  "material",
  "mesh",
  "audio",
  "animation",
  "data",
  "prefab",
  "scene",
];

/** Links one package. */
export function linkPackage(
  index: PackageIndex,
  blobs: readonly CompiledBlob[],
  options: WriteOptions,
): Outcome<LinkedPackage> {
  const diagnostics: Diagnostic[] = [];
  const assets: AssetInput[] = [];
  for (const blob of blobs) {
    try {
      assets.push(assetOf(index.id, blob));
    } catch (error) {
      diagnostics.push(fpkgDiagnostic(error, blob.file));
    }
  }
  diagnostics.push(...checkIndex(index, assets));
  diagnostics.push(...checkInterfaces(assets, assets));
  const { id: name, version } = index;
  const dependencies = index.dependencies.map(({ id, version: wanted }) => ({
    name: id,
    version: wanted,
  }));
  return outcome(diagnostics, () =>
    finish([{ name, version, dependencies, assets: inLoadOrder(assets) }], options),
  );
}

/** Turns a blob into another of the same asset; the same bytes where there is nothing to do. */
export type RecodeBlob = (blob: Uint8Array, type: AssetTypeName) => Uint8Array;

/** ShipBundle: several package files to one, in dependency order, blobs in load order. */
export function bundlePackages(
  files: readonly { readonly file: string; readonly bytes: Uint8Array }[],
  options: WriteOptions,
  recode: RecodeBlob = (blob) => blob,
): Outcome<LinkedPackage> {
  const diagnostics: Diagnostic[] = [];
  const packages: PackageInput[] = [];
  for (const { file, bytes } of files) {
    try {
      for (const source of packagesOf(bytes)) {
        const assets = source.assets.map((asset) =>
          withBlob(asset, recode(asset.blob, asset.type)),
        );
        packages.push({ ...source, assets });
      }
    } catch (error) {
      diagnostics.push(fpkgDiagnostic(error, file));
    }
  }
  const sorted = inDependencyOrder(packages);
  const assets = sorted.flatMap((source) => source.assets);
  diagnostics.push(...checkBundle(sorted, assets));
  return outcome(diagnostics, () => finish(sorted, options));
}

function withBlob(asset: AssetInput, blob: Uint8Array): AssetInput {
  if (blob === asset.blob) return asset;
  const digest = createHash("sha256").update(blob).digest("hex");
  return { ...asset, blob, digest, size: blob.length };
}

/** Turns a reader's error into a diagnostic; anything else is a bug and goes on up. */
export function fpkgDiagnostic(error: unknown, file: string): Diagnostic {
  if (!(error instanceof FpkgError)) throw error;
  return diagnostic(error.code, wholeFile(file), { problem: error.message });
}

function assetOf(packageName: string, { id, bytes }: CompiledBlob): AssetInput {
  const blob = new BlobReader(bytes, undefined);
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  const type = MAGICS[magic];
  if (type === undefined) throw new FpkgError("FP1001", "Blob is of no known kind");
  const name = `${packageName}.${id}`;
  const digest = createHash("sha256").update(bytes).digest("hex");
  return {
    id: assetId(type, name),
    type,
    name,
    digest,
    size: bytes.length,
    references: blob.references,
    blob: bytes,
  };
}

/** Every id of the index has one blob of its kind. */
function checkIndex(index: PackageIndex, assets: readonly AssetInput[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const place = wholeFile(`package ${index.id}`);
  const names = new Set<string>();
  for (const { name } of assets) {
    if (names.has(name)) diagnostics.push(diagnostic("FP1007", place, { name }));
    names.add(name);
  }
  for (const { id, kind } of index.ids) {
    const name = `${index.id}.${id}`;
    if (assets.some((asset) => asset.name === name && asset.type === kind)) continue;
    diagnostics.push(diagnostic("FP1008", place, { package: index.id, kind, name }));
  }
  return diagnostics;
}

/** Materials fit the shaders that are there now; shaders of other packages are checked by the bundle. */
function checkInterfaces(users: readonly AssetInput[], all: readonly AssetInput[]): Diagnostic[] {
  const byId = new Map(all.map((asset) => [asset.id, asset]));
  return users.flatMap((user) =>
    user.references.flatMap((reference) => {
      const shader = byId.get(reference.id);
      if (reference.interface === NO_ID || shader === undefined) return [];
      if (shaderInterface(decodeShader(shader.blob)) === reference.interface) return [];
      const args = { user: user.name, shader: shader.name };
      return [diagnostic("FP1009", wholeFile(`package ${packageNameOf(user.name)}`), args)];
    }),
  );
}

function packageNameOf(name: string): string {
  return name.slice(0, name.indexOf("."));
}

function inLoadOrder(assets: readonly AssetInput[]): AssetInput[] {
  return assets.toSorted(
    (a, b) => LOAD_ORDER.indexOf(a.type) - LOAD_ORDER.indexOf(b.type) || (a.name < b.name ? -1 : 1),
  );
}

function packagesOf(bytes: Uint8Array): PackageInput[] {
  const file = readPackages(bytes);
  if (file.layout !== "ship")
    throw new FpkgError("FP1004", "A bundle is made of files of the ship layout");
  const assets = [...file.assets.values()].map((asset) => ({ ...asset, blob: file.blob(asset) }));
  return file.packages.map(({ name, version, dependencies }) => ({
    name,
    version,
    dependencies,
    assets: inLoadOrder(assets.filter((asset) => asset.package === name)),
  }));
}

/** Dependencies first, then by name; equal for every order of the inputs. */
function inDependencyOrder(packages: readonly PackageInput[]): PackageInput[] {
  const byName = new Map(packages.map((source) => [source.name, source]));
  const ordered = new Set<PackageInput>();
  const visiting = new Set<string>();
  const visit = (name: string): void => {
    const source = byName.get(name);
    if (source === undefined || visiting.has(name)) return;
    visiting.add(name);
    for (const dependency of source.dependencies) visit(dependency.name);
    ordered.add(source);
  };
  for (const name of [...byName.keys()].sort()) visit(name);
  return [...ordered];
}

function checkBundle(
  packages: readonly PackageInput[],
  assets: readonly AssetInput[],
): Diagnostic[] {
  const names = new Set(packages.map(({ name }) => name));
  const ids = new Set(assets.map(({ id }) => id));
  const diagnostics: Diagnostic[] = [];
  for (const { name, dependencies } of packages) {
    for (const dependency of dependencies) {
      if (names.has(dependency.name)) continue;
      const args = { package: dependency.name, user: name };
      diagnostics.push(diagnostic("FP1010", wholeFile(`package ${name}`), args));
    }
  }
  for (const asset of assets) {
    for (const reference of asset.references) {
      if (ids.has(reference.id) || !names.has(packageNameOf(reference.name))) continue;
      const kind =
        LOAD_ORDER.find((type) => assetId(type, reference.name) === reference.id) ?? "asset";
      const args = { package: packageNameOf(reference.name), kind, name: reference.name };
      diagnostics.push(
        diagnostic("FP1008", wholeFile(`package ${packageNameOf(asset.name)}`), args),
      );
    }
  }
  return [...diagnostics, ...checkInterfaces(assets, assets)];
}

function finish(packages: readonly PackageInput[], options: WriteOptions): LinkedPackage {
  const file = writePackages(packages, options);
  const assets = packages.flatMap((source) => source.assets);
  const blobs =
    options.layout === "dev" ? assets.map(({ digest, blob }) => [digest, blob] as const) : [];
  return { file, contentHash: readPackages(file).contentHash, blobs: new Map(blobs) };
}
