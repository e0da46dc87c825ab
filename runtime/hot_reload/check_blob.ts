/** Reads an asset's blob through, so that a bad one is refused before anything of the game has seen it. */
import { decodeBlob } from "#asset_tools/fpkg/decode_blob.ts";
import type { AssetTypeName } from "#asset_tools/fpkg/format/blob.ts";
import { isDracoMesh, loadedDraco } from "#runtime/assets/draco.ts";

/** What is wrong with the blob; null for a sound one, and for a Draco mesh where there is no Draco since nothing is drawn. */
export function blobProblem(type: AssetTypeName, bytes: Uint8Array): string | null {
  const draco = loadedDraco();
  if (draco === undefined && isDracoMesh({ type, bytes })) return null;
  try {
    decodeBlob(type, bytes, draco);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
