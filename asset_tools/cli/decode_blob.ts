/** Any blob or package as decoded data. */
import { decodeAnimation } from "../fpkg/animation_blob.ts";
import { decodeAudio } from "../fpkg/audio_blob.ts";
import { decodeData } from "../fpkg/data_blob.ts";
import { decodeMesh, needsDraco } from "../fpkg/decode_mesh.ts";
import { decodeScene } from "../fpkg/decode_scene.ts";
import { decodeMaterial } from "../fpkg/material_blob.ts";
import type { MeshData } from "../fpkg/mesh_data.ts";
import { type PackageFile, readPackages } from "../fpkg/read.ts";
import { decodeShader } from "../fpkg/shader_blob.ts";
import { decodeTexture } from "../fpkg/texture_blob.ts";
import { loadDraco } from "../mesh/draco.ts";

/** The readers by the four letters that a file begins with. */
export const decoders = {
  FPKG: readPackages,
  TEXR: decodeTexture,
  MESH: decodeAnyMesh,
  SHDR: decodeShader,
  MATL: decodeMaterial,
  SCNE: (bytes: Uint8Array) => decodeScene(bytes, ""),
  PREF: (bytes: Uint8Array) => decodeScene(bytes, "", "prefab"),
  AUDI: decodeAudio,
  ANIM: decodeAnimation,
  DATA: decodeData,
} as const;

export type Magic = keyof typeof decoders;

/** The four letters that say what the bytes are; undefined where they are nothing of the asset compiler's. */
export function magicOf(bytes: Uint8Array): Magic | undefined {
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  return Object.hasOwn(decoders, magic) ? (magic as Magic) : undefined;
}

/** A mesh however it is packed. */
export async function decodeAnyMesh(bytes: Uint8Array): Promise<MeshData> {
  return decodeMesh(bytes, needsDraco(bytes) ? (await loadDraco()).decode : undefined);
}

/** What a package lists, without the blobs. */
export function packageTables({ layout, contentHash, packages, assets }: PackageFile): object {
  return { layout, contentHash, packages, assets: [...assets.values()] };
}
