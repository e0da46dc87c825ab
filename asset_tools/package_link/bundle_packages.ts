/** ShipBundle: several package files to one, in dependency order, blobs in load order. */
import { type Diagnostic, type Outcome, outcome } from "../document/diagnostic.ts";
import type { AssetTypeName } from "../fpkg/format/blob.ts";
import { FpkgError } from "../fpkg/fpkg_error.ts";
import { readPackages } from "../fpkg/read.ts";
import type { AssetInput, PackageInput, WriteOptions } from "../fpkg/write.ts";
import { checkInterfaces, checkLinks, fpkgDiagnostic } from "./link_checks.ts";
import {
  digestOf,
  type LinkedPackage,
  linkAssets,
  type NamedFile,
  writeLinked,
} from "./link_package.ts";
import { inDependencyOrder, inLoadOrder } from "./load_order.ts";

/** Turns a blob into another of the same asset; the same bytes where there is nothing to do. */
export type RecodeBlob = (blob: Uint8Array, type: AssetTypeName) => Uint8Array;

/** Refuses packages that were not linked against one another. */
export function bundlePackages(
  files: readonly NamedFile[],
  options: WriteOptions,
  recode: RecodeBlob = (blob) => blob,
): Outcome<LinkedPackage> {
  const diagnostics: Diagnostic[] = [];
  const packages: PackageInput[] = [];
  for (const { file, bytes } of files) {
    try {
      packages.push(...packagesOf(bytes));
    } catch (error) {
      diagnostics.push(fpkgDiagnostic(error, file));
    }
  }
  const assets = packages.flatMap((source) => source.assets);
  diagnostics.push(...checkInterfaces(assets), ...checkLinks({ packages, assets }));
  return outcome(diagnostics, () =>
    writeLinked(relink(inDependencyOrder(packages), recode), options),
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

/** The packages with other blobs, which their references name then. */
function relink(packages: readonly PackageInput[], recode: RecodeBlob): PackageInput[] {
  const assets = packages.flatMap((source) => source.assets.map((asset) => recoded(asset, recode)));
  const linked = new Map(linkAssets(assets).map((asset) => [asset.id, asset]));
  return packages.map((source) => ({
    ...source,
    assets: source.assets.map(({ id }) => linked.get(id) as AssetInput),
  }));
}

function recoded(asset: AssetInput, recode: RecodeBlob): AssetInput {
  const blob = recode(asset.blob, asset.type);
  if (blob === asset.blob) return asset;
  return { ...asset, blob, digest: digestOf(blob), size: blob.length };
}
