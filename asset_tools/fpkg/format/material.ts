/** Material blobs `MATL`. */
import type { Struct } from "../struct.ts";
import { blobStart } from "./blob.ts";

/** Which sides of a triangle a material does not draw. */
export const CullMode = { none: 0, back: 1, front: 2 } as const;

/** How a material's fragments join the picture; alpha is not premultiplied. */
export const BlendMode = { opaque: 0, alpha: 1, additive: 2 } as const;

/** When a fragment passes the depth test. */
export const DepthTest = { always: 0, less: 1, lessEqual: 2 } as const;

export const MaterialHeader = {
  name: "MaterialHeader",
  doc: "Material blob `MATL`: a shader and all it needs to draw.",
  fields: [
    ...blobStart,
    { name: "shader", type: "i32", doc: "row in references" },
    { name: "uniforms", type: "u32", doc: "offset of the packed block `Material`, 16-aligned" },
    { name: "uniformsSize", type: "u32", doc: "bytes there; 0 when the shader has no such block" },
    { name: "bindings", type: "u32", doc: "offset of the first `TextureBinding`" },
    { name: "bindingCount", type: "u32", doc: "rows there" },
    { name: "cull", type: "u32", doc: "`CullMode`" },
    { name: "blend", type: "u32", doc: "`BlendMode`" },
    { name: "depthTest", type: "u32", doc: "`DepthTest`" },
    { name: "depthWrite", type: "u32", doc: "1 when fragments write depth" },
    { name: "variant", type: "u32", doc: "row in the shader's variants" },
  ],
} as const satisfies Struct;

export const TextureBinding = {
  name: "TextureBinding",
  doc: "A texture for one sampler of the shader.",
  fields: [
    { name: "sampler", type: "u32", doc: "string: sampler name" },
    { name: "unit", type: "u32", doc: "texture unit: the sampler's row in the shader" },
    { name: "texture", type: "i32", doc: "row in references" },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export type CullModeName = keyof typeof CullMode;
export type BlendModeName = keyof typeof BlendMode;
export type DepthTestName = keyof typeof DepthTest;
