/** Shader blobs `SHDR`. */
import type { Struct } from "../struct.ts";
import { blobStart } from "./blob.ts";

/** GLSL types of block members, attributes and samplers. */
export const ShaderType = {
  float: 1,
  vec2: 2,
  vec3: 3,
  vec4: 4,
  int: 5,
  ivec2: 6,
  ivec3: 7,
  ivec4: 8,
  uint: 9,
  uvec2: 10,
  uvec3: 11,
  uvec4: 12,
  bool: 13,
  bvec2: 14,
  bvec3: 15,
  bvec4: 16,
  mat2: 17,
  mat3: 18,
  mat4: 19,
  sampler2D: 20,
  samplerCube: 21,
  sampler2DArray: 22,
  sampler2DShadow: 23,
  samplerCubeShadow: 24,
  sampler2DArrayShadow: 25,
} as const;

/** What a texture for a sampler must be; `any` says nothing. */
export const TextureSemantic = { any: 0, color: 1, normal: 2, mask: 3, data: 4 } as const;

export const ShaderHeader = {
  name: "ShaderHeader",
  doc: "Shader blob `SHDR`: the texts of all variants, and what they declare together.",
  fields: [
    ...blobStart,
    {
      name: "interface",
      type: "id",
      doc: "first 16 bytes of SHA-256 of the reflection; materials name it",
    },
    { name: "variants", type: "u32", doc: "offset of the first `ShaderVariant`" },
    {
      name: "variantCount",
      type: "u32",
      doc: "rows there, at least 1; a material names one by its row",
    },
    { name: "blocks", type: "u32", doc: "offset of the first `ShaderBlock`" },
    { name: "blockCount", type: "u32", doc: "rows there" },
    { name: "members", type: "u32", doc: "offset of the first `ShaderMember`" },
    { name: "memberCount", type: "u32", doc: "rows there" },
    { name: "samplers", type: "u32", doc: "offset of the first `ShaderSampler`" },
    { name: "samplerCount", type: "u32", doc: "rows there; a sampler's row is its texture unit" },
    { name: "attributes", type: "u32", doc: "offset of the first `ShaderAttribute`" },
    { name: "attributeCount", type: "u32", doc: "rows there" },
  ],
} as const satisfies Struct;

export const ShaderVariant = {
  name: "ShaderVariant",
  doc: "Two GLSL ES 3.00 texts, complete with their `#version` line; whoever draws compiles those of the variants in use.",
  fields: [
    { name: "name", type: "u32", doc: "string: the named set of defines; empty for none" },
    {
      name: "choice",
      type: "u32",
      doc: "string: `NAME` or `NAME=VALUE` of the axes, separated by spaces",
    },
    { name: "vertex", type: "u32", doc: "string: vertex shader" },
    { name: "fragment", type: "u32", doc: "string: fragment shader" },
    { name: "samplers", type: "u32", doc: "bit N: the sampler in row N is declared" },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export const ShaderBlock = {
  name: "ShaderBlock",
  doc: "A std140 uniform block.",
  fields: [
    { name: "name", type: "u32", doc: "string: block name" },
    {
      name: "binding",
      type: "u32",
      doc: "binding point: Frame 0, Object 1, Material 2, others from 3 in source order",
    },
    { name: "size", type: "u32", doc: "bytes, a multiple of 16" },
    { name: "firstMember", type: "u32", doc: "first row in members" },
    { name: "memberCount", type: "u32", doc: "rows there" },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export const ShaderMember = {
  name: "ShaderMember",
  doc: "A member of a block at its std140 place.",
  fields: [
    { name: "name", type: "u32", doc: "string: member name" },
    { name: "type", type: "u32", doc: "`ShaderType`" },
    { name: "offset", type: "u32", doc: "byte in the block" },
    { name: "arrayLength", type: "u32", doc: "elements; 0 when not an array" },
    { name: "arrayStride", type: "u32", doc: "bytes from element to element; 0 when not an array" },
    {
      name: "matrixStride",
      type: "u32",
      doc: "bytes from column to column, 16 for matrices, else 0",
    },
    { name: "least", type: "f64", doc: "least value of each number; -Infinity for no range" },
    { name: "most", type: "f64", doc: "greatest value of each number; Infinity for no range" },
    {
      name: "defaults",
      type: "u32",
      doc: "offset of f64 for each number: what a material leaves out; 0 for zeros",
    },
    { name: "defaultCount", type: "u32", doc: "numbers there" },
  ],
} as const satisfies Struct;

export const ShaderSampler = {
  name: "ShaderSampler",
  doc: "A sampler uniform; its row number is the texture unit.",
  fields: [
    { name: "name", type: "u32", doc: "string: uniform name" },
    { name: "type", type: "u32", doc: "`ShaderType` of a sampler" },
    { name: "semantic", type: "u32", doc: "`TextureSemantic` that it takes" },
    {
      name: "isAnnotated",
      type: "u32",
      doc: "1 where the source says so, 0 where its name suggests it",
    },
  ],
} as const satisfies Struct;

export const ShaderAttribute = {
  name: "ShaderAttribute",
  doc: "A vertex attribute; position 0, normal 1, tangent 2, uv 3, color 4, uv1 5.",
  fields: [
    { name: "name", type: "u32", doc: "string: attribute name" },
    { name: "type", type: "u32", doc: "`ShaderType`" },
    { name: "location", type: "u32", doc: "attribute location" },
    { name: "reserved", type: "u32", doc: "0" },
  ],
} as const satisfies Struct;

export type ShaderTypeName = keyof typeof ShaderType;
export type TextureSemanticName = keyof typeof TextureSemantic;
