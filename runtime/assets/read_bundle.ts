import { readPackages } from "#asset_tools/fpkg/read.ts";
import type { LoadedAsset } from "./asset_store.ts";

/** All assets of a package file or ship bundle, unpacked. Throws `FpkgError` for a damaged one. */
export function readBundle(bytes: Uint8Array): LoadedAsset[] {
  const file = readPackages(bytes);
  return [...file.assets.values()].map((asset) => ({
    type: asset.type,
    name: asset.name,
    bytes: file.blob(asset),
  }));
}
