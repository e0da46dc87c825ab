/** Draco's decoder in the running game. It is large, so it is loaded when the first mesh needs it. */

import { needsDraco } from "#asset_tools/fpkg/decode_mesh.ts";
import type { DecodeDraco } from "#asset_tools/fpkg/draco_decoder.ts";
import type { LoadedAsset } from "./asset_store.ts";

export type LoadDraco = () => Promise<DecodeDraco>;

let decoder: DecodeDraco | undefined;

/** The decoder, once a mesh has needed it. */
export function loadedDraco(): DecodeDraco | undefined {
  return decoder;
}

/** Loads the decoder if one of the assets needs it. Call it before they are drawn. */
export async function prepareMeshes(
  assets: readonly LoadedAsset[],
  load: LoadDraco,
): Promise<void> {
  if (decoder === undefined && assets.some(isDracoMesh)) decoder = await load();
}

/** Whether the asset is a mesh that only Draco decodes. */
export function isDracoMesh({ type, bytes }: Pick<LoadedAsset, "type" | "bytes">): boolean {
  if (type !== "mesh") return false;
  try {
    return needsDraco(bytes);
  } catch {
    // A damaged blob: whoever decodes it says so.
    return false;
  }
}
