/** What the renderer gives to every shader: attributes, and the blocks `Frame` and `Object`. */
import type { ShaderTypeName } from "../fpkg/format/shader.ts";

export interface ContractMember {
  readonly name: string;
  readonly type: ShaderTypeName;
}

/** Vertex attributes by location. */
export const contractAttributes: readonly ContractMember[] = [
  { name: "position", type: "vec3" },
  { name: "normal", type: "vec3" },
  { name: "tangent", type: "vec4" },
  { name: "uv", type: "vec2" },
  { name: "color", type: "vec4" },
  { name: "uv1", type: "vec2" },
];

/** Blocks that the renderer fills; a shader may leave members out at the end. */
export const contractBlocks: Readonly<Record<string, readonly ContractMember[]>> = {
  Frame: [
    { name: "viewProjection", type: "mat4" },
    { name: "cameraPosition", type: "vec4" },
    { name: "lightDirection", type: "vec4" },
    { name: "lightColor", type: "vec4" },
    { name: "ambientColor", type: "vec4" },
    { name: "time", type: "vec4" },
  ],
  Object: [
    { name: "model", type: "mat4" },
    { name: "normalMatrix", type: "mat4" },
    { name: "region", type: "vec4" },
  ],
};

/** Binding points of the known blocks; others follow in source order. */
export const contractBindings: readonly string[] = ["Frame", "Object", "Material"];
