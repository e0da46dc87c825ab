import { checkLinks } from "#asset_tools/fpkg/check_links.ts";
import { readPackages } from "#asset_tools/fpkg/read.ts";
import type { LoadedAsset } from "./asset_store.ts";

/** All assets of a ship bundle, unpacked. Throws `FpkgError` for a damaged one. */
export function readBundle(bytes: Uint8Array): LoadedAsset[] {
  return readBundles([bytes]);
}

/**
 * All assets of package files and ship bundles that are loaded together, unpacked. Throws `FpkgError` for a damaged file
 * and for packages that were not linked against one another.
 */
export function readBundles(files: readonly Uint8Array[]): LoadedAsset[] {
  const opened = files.map(readPackages);
  checkLinks(opened);
  return opened.flatMap((file, index) => {
    const whole = files[index] as Uint8Array;
    const blobs = [...file.assets.values()].map((asset) => ({ asset, bytes: file.blob(asset) }));
    // A view keeps the whole file, which only costs nothing where all of the file is views.
    const isMapped = blobs.every(({ bytes }) => bytes.buffer === whole.buffer);
    return blobs.map(({ asset: { type, name }, bytes }) => ({
      type,
      name,
      bytes: isMapped || bytes.buffer !== whole.buffer ? bytes : bytes.slice(),
    }));
  });
}
