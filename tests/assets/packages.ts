/** Small compiled packages for tests of linking and of package files. */

import { encodeScene } from "#asset_tools/fpkg/encode_scene.ts";
import { encodeMaterial } from "#asset_tools/fpkg/material_blob.ts";
import { encodeShader, type Shader, shaderInterface } from "#asset_tools/fpkg/shader_blob.ts";
import { encodeTexture, flatTexture } from "#asset_tools/fpkg/texture_blob.ts";
import type { CompiledBlob } from "#asset_tools/package_link/link_package.ts";
import type { PackageIndex } from "#asset_tools/package_xml/model.ts";

export const CORE_INDEX: PackageIndex = {
  id: "core",
  version: "1.0",
  dependencies: [],
  ids: [
    { id: "Noise", kind: "texture" },
    { id: "Lit", kind: "shader" },
  ],
};

export const CARS_INDEX: PackageIndex = {
  id: "cars",
  version: "2.0",
  dependencies: [{ id: "core", version: "1.0" }],
  ids: [
    { id: "Paint", kind: "material" },
    { id: "Garage", kind: "scene" },
  ],
};

/** A shader with one property; `type` changes its interface. */
export function sampleShader(type: "vec4" | "vec3" = "vec4"): Shader {
  const member = {
    name: "albedo",
    type,
    offset: 0,
    arrayLength: 0,
    arrayStride: 0,
    matrixStride: 0,
    range: null,
    defaults: null,
  } as const;
  return {
    variants: [
      { name: "", choice: "", vertex: "void main() {}", fragment: "void main() {}", samplers: 1 },
    ],
    blocks: [{ name: "Material", binding: 2, size: 16, members: [member] }],
    samplers: [{ name: "albedoMap", type: "sampler2D", semantic: "color", isAnnotated: false }],
    attributes: [],
  };
}

/** Blobs of package core; the texture is larger than a chunk. */
export function coreBlobs(shader = sampleShader()): CompiledBlob[] {
  const data = new Uint8Array(512 * 256 * 4).map((_, at) => (at >> 8) & 255);
  return [
    blob("Noise", encodeTexture(flatTexture("rgba8", [{ width: 512, height: 256, data }]))),
    blob("Lit", encodeShader(shader)),
  ];
}

/** Blobs of package cars, whose material uses core's shader and texture. */
export function carsBlobs(): CompiledBlob[] {
  const paint = encodeMaterial({
    shader: "core.Lit",
    shaderInterface: shaderInterface(sampleShader()),
    variant: 0,
    uniforms: new Uint8Array(16),
    textures: [{ sampler: "albedoMap", unit: 0, texture: "core.Noise" }],
    state: { cull: "back", blend: "opaque", depthTest: "less", depthWrite: true },
  });
  return [
    blob("Paint", paint),
    blob("Garage", encodeScene({ ...EMPTY_SCENE, id: "cars.Garage", name: "Garage" })),
  ];
}

const EMPTY_SCENE = { kind: "scene", classes: [], entities: [] } as const;

function blob(id: string, bytes: Uint8Array): CompiledBlob {
  return { id, bytes, file: `${id}.blob` };
}
