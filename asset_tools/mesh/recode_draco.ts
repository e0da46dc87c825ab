import { decodeMesh, needsDraco } from "../fpkg/decode_mesh.ts";
import { encodeMesh } from "../fpkg/encode_mesh.ts";
import type { RecodeBlob } from "../package_link/bundle_packages.ts";
import { loadDraco } from "./draco.ts";
import { meshoptReady, storeMeshopt } from "./meshopt.ts";

/** What turns Draco meshes into ones with meshoptimizer's codecs, nothing lost, and leaves other blobs as they are. */
export async function dracoRecoder(): Promise<RecodeBlob> {
  const [{ decode }] = await Promise.all([loadDraco(), meshoptReady()]);
  return (blob, type) =>
    type === "mesh" && needsDraco(blob)
      ? encodeMesh(decodeMesh(blob, decode), storeMeshopt("ship"))
      : blob;
}
