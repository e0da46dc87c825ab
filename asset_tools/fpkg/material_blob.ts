/** Material blobs: a shader, its packed `Material` block, textures and render state. */
import { NO_ID } from "./asset_id.ts";
import { BlobReader, type BlobSource, codeName, type ReadReference } from "./blob_reader.ts";
import { BlobWriter } from "./blob_writer.ts";
import {
  BlendMode,
  type BlendModeName,
  CullMode,
  type CullModeName,
  DepthTest,
  type DepthTestName,
  MaterialHeader,
  TextureBinding,
} from "./format/material.ts";

/** Fixed-function state of a material. */
export interface RenderState {
  readonly cull: CullModeName;
  readonly blend: BlendModeName;
  readonly depthTest: DepthTestName;
  readonly depthWrite: boolean;
}

/** A texture bound to a sampler; `texture` is a qualified name. */
export interface MaterialTexture {
  readonly sampler: string;
  readonly unit: number;
  readonly texture: string;
}

/** A material to serialise. */
export interface Material {
  /** Qualified name of the shader. */
  readonly shader: string;
  /** Interface of the shader that `uniforms` was packed for. */
  readonly shaderInterface: string;
  /** Row in the shader's variants. */
  readonly variant: number;
  readonly uniforms: Uint8Array;
  readonly textures: readonly MaterialTexture[];
  readonly state: RenderState;
}

/** A material as read: the assets it names, with ids. */
export interface ReadMaterial {
  readonly shader: ReadReference;
  readonly variant: number;
  readonly uniforms: Uint8Array;
  readonly textures: readonly {
    readonly sampler: string;
    readonly unit: number;
    readonly texture: ReadReference;
  }[];
  readonly state: RenderState;
}

/** Serialises a material. */
export function encodeMaterial(material: Material): Uint8Array<ArrayBuffer> {
  const writer = new BlobWriter(MaterialHeader);
  const shader = writer.reference({
    type: "shader",
    name: material.shader,
    interface: material.shaderInterface,
  });
  const uniforms = writer.bytes(material.uniforms);
  const bindings = material.textures.map((binding) => ({
    sampler: writer.string(binding.sampler),
    unit: binding.unit,
    texture: writer.reference({ type: "texture", name: binding.texture, interface: NO_ID }),
    reserved: 0,
  }));
  const { state } = material;
  return writer.finish("MATL", {
    shader,
    uniforms,
    uniformsSize: material.uniforms.length,
    bindings: writer.rows(TextureBinding, bindings),
    bindingCount: bindings.length,
    cull: CullMode[state.cull],
    blend: BlendMode[state.blend],
    depthTest: DepthTest[state.depthTest],
    depthWrite: state.depthWrite ? 1 : 0,
    variant: material.variant,
  });
}

/** Reads a material blob; `uniforms` is a view into `bytes`. */
export function decodeMaterial(source: BlobSource): ReadMaterial {
  const blob = BlobReader.open(source, "MATL");
  const header = blob.row(MaterialHeader, 0);
  return {
    shader: blob.reference(header.shader),
    variant: header.variant,
    uniforms: blob.slice(header.uniforms, header.uniformsSize),
    textures: blob.rows(TextureBinding, header.bindings, header.bindingCount).map((row) => ({
      sampler: blob.string(row.sampler),
      unit: row.unit,
      texture: blob.reference(row.texture),
    })),
    state: {
      cull: codeName(CullMode, header.cull, "Cull mode"),
      blend: codeName(BlendMode, header.blend, "Blend mode"),
      depthTest: codeName(DepthTest, header.depthTest, "Depth test"),
      depthWrite: header.depthWrite !== 0,
    },
  };
}
