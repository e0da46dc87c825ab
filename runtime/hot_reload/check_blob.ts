/** Reads an asset's blob through, so that a bad one is refused before anything of the game has seen it. */

import { decodeAnimation } from "#asset_tools/fpkg/animation_blob.ts";
import { decodeAudio } from "#asset_tools/fpkg/audio_blob.ts";
import { decodeData } from "#asset_tools/fpkg/data_blob.ts";
import { decodeMesh, needsDraco } from "#asset_tools/fpkg/decode_mesh.ts";
import { decodeScene } from "#asset_tools/fpkg/decode_scene.ts";
import type { AssetTypeName } from "#asset_tools/fpkg/format/blob.ts";
import { decodeMaterial } from "#asset_tools/fpkg/material_blob.ts";
import { decodeShader } from "#asset_tools/fpkg/shader_blob.ts";
import { decodeTexture } from "#asset_tools/fpkg/texture_blob.ts";
import { loadedDraco } from "#runtime/assets/draco.ts";

const decoders: Readonly<Record<AssetTypeName, (bytes: Uint8Array) => unknown>> = {
  texture: decodeTexture,
  mesh: checkMesh,
  shader: decodeShader,
  material: decodeMaterial,
  audio: decodeAudio,
  animation: decodeAnimation,
  data: decodeData,
  // The id is only kept in what is given back.
  scene: (bytes) => decodeScene(bytes, ""),
  prefab: (bytes) => decodeScene(bytes, "", "prefab"),
};

/** Where nothing is drawn there is no Draco; its meshes are taken as they come then. */
function checkMesh(bytes: Uint8Array): void {
  const draco = loadedDraco();
  if (draco !== undefined || !needsDraco(bytes)) decodeMesh(bytes, draco);
}

/** What is wrong with the blob; null for a sound one. */
export function blobProblem(type: AssetTypeName, bytes: Uint8Array): string | null {
  try {
    decoders[type](bytes);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
