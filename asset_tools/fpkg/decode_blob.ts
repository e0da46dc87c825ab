import { decodeAnimation } from "./animation_blob.ts";
import { decodeAudio } from "./audio_blob.ts";
import type { BlobSource } from "./blob_reader.ts";
import { decodeData } from "./data_blob.ts";
import { decodeMesh } from "./decode_mesh.ts";
import { decodeScene } from "./decode_scene.ts";
import type { DecodeDraco } from "./draco_decoder.ts";
import type { AssetTypeName } from "./format/blob.ts";
import { decodeMaterial } from "./material_blob.ts";
import { decodeShader } from "./shader_blob.ts";
import { decodeTexture } from "./texture_blob.ts";

const decoders: Readonly<
  Record<AssetTypeName, (source: BlobSource, draco: DecodeDraco | undefined) => unknown>
> = {
  texture: decodeTexture,
  mesh: decodeMesh,
  shader: decodeShader,
  material: decodeMaterial,
  audio: decodeAudio,
  animation: decodeAnimation,
  data: decodeData,
  // The id is only kept in what is given back.
  scene: (source) => decodeScene(source, ""),
  prefab: (source) => decodeScene(source, "", "prefab"),
};

/** Reads a blob of any kind through; throws `FpkgError` for a damaged one. Meshes with Draco parts need its decoder. */
export function decodeBlob(type: AssetTypeName, source: BlobSource, draco?: DecodeDraco): unknown {
  return decoders[type](source, draco);
}
