import { AssetType } from "#asset_tools/fpkg/format/blob.ts";
import { decodeMaterial, type RenderState } from "#asset_tools/fpkg/material_blob.ts";
import type { AssetStore } from "#runtime/assets/asset_store.ts";

/** A material's uniforms in GPU memory and the handles of what it draws with. */
export interface GpuMaterial {
  readonly shader: number;
  /** Row in the shader's variants. */
  readonly variant: number;
  /** The block `Material`; null where the shader has none. */
  readonly uniforms: WebGLBuffer | null;
  readonly textures: readonly { readonly unit: number; readonly handle: number }[];
  readonly state: RenderState;
}

/** Uploads a material blob. */
export function createMaterial(
  gl: WebGL2RenderingContext,
  store: AssetStore,
  bytes: Uint8Array,
): GpuMaterial {
  const material = decodeMaterial(bytes);
  return {
    shader: store.find(AssetType.shader, material.shader.name),
    variant: material.variant,
    uniforms: material.uniforms.length === 0 ? null : uniformBuffer(gl, material.uniforms),
    textures: material.textures.map(({ unit, texture }) => ({
      unit,
      handle: store.find(AssetType.texture, texture.name),
    })),
    state: material.state,
  };
}

export function deleteMaterial(gl: WebGL2RenderingContext, material: GpuMaterial): void {
  gl.deleteBuffer(material.uniforms);
}

/** Sets culling, blending and depth as the material says. */
export function applyState(gl: WebGL2RenderingContext, state: RenderState): void {
  toggle(gl, gl.CULL_FACE, state.cull !== "none");
  gl.cullFace(state.cull === "front" ? gl.FRONT : gl.BACK);
  toggle(gl, gl.BLEND, state.blend !== "opaque");
  gl.blendFunc(gl.SRC_ALPHA, state.blend === "additive" ? gl.ONE : gl.ONE_MINUS_SRC_ALPHA);
  gl.depthFunc({ always: gl.ALWAYS, less: gl.LESS, lessEqual: gl.LEQUAL }[state.depthTest]);
  gl.depthMask(state.depthWrite);
}

function toggle(gl: WebGL2RenderingContext, capability: number, isOn: boolean): void {
  if (isOn) gl.enable(capability);
  else gl.disable(capability);
}

function uniformBuffer(gl: WebGL2RenderingContext, bytes: Uint8Array): WebGLBuffer {
  const buffer = gl.createBuffer();
  gl.bindBuffer(gl.UNIFORM_BUFFER, buffer);
  gl.bufferData(gl.UNIFORM_BUFFER, bytes, gl.STATIC_DRAW);
  return buffer;
}
