/** Shader blobs: two GLSL ES 3.00 texts and their reflection. */
import { BlobReader, codeName } from "./blob_reader.ts";
import { BlobWriter } from "./blob_writer.ts";
import {
  ShaderAttribute,
  ShaderBlock,
  ShaderHeader,
  ShaderMember,
  ShaderSampler,
  ShaderType,
  type ShaderTypeName,
} from "./format.ts";
import { FpkgError } from "./fpkg_error.ts";
import { sha256Hex } from "./sha256.ts";

/** A member of a std140 block. */
export interface BlockMember {
  readonly name: string;
  readonly type: ShaderTypeName;
  /** Byte in the block. */
  readonly offset: number;
  /** Elements; 0 when not an array. */
  readonly arrayLength: number;
  /** Bytes from element to element; 0 when not an array. */
  readonly arrayStride: number;
  /** 16 for matrices, else 0. */
  readonly matrixStride: number;
}

/** A std140 uniform block. */
export interface UniformBlock {
  readonly name: string;
  readonly binding: number;
  readonly size: number;
  readonly members: readonly BlockMember[];
}

export interface Sampler {
  readonly name: string;
  readonly type: ShaderTypeName;
}

export interface Attribute {
  readonly name: string;
  readonly type: ShaderTypeName;
  readonly location: number;
}

/** What a shader declares to the outside. */
export interface ShaderReflection {
  readonly blocks: readonly UniformBlock[];
  /** A sampler's place in this list is its texture unit. */
  readonly samplers: readonly Sampler[];
  readonly attributes: readonly Attribute[];
}

/** A shader ready for the driver. */
export interface Shader extends ShaderReflection {
  readonly vertex: string;
  readonly fragment: string;
}

/** 128-bit hash of what materials depend on: blocks and samplers, not the code. */
export function shaderInterface(shader: ShaderReflection): string {
  const { blocks, samplers } = shader;
  return sha256Hex(new TextEncoder().encode(JSON.stringify({ blocks, samplers }))).slice(0, 32);
}

/** Serialises a shader. */
export function encodeShader(shader: Shader): Uint8Array<ArrayBuffer> {
  const writer = new BlobWriter(ShaderHeader);
  const members = shader.blocks.flatMap((block) => block.members);
  let firstMember = 0;
  const blocks = shader.blocks.map((block) => {
    const row = {
      name: writer.string(block.name),
      binding: block.binding,
      size: block.size,
      firstMember,
      memberCount: block.members.length,
      reserved: 0,
    };
    firstMember += block.members.length;
    return row;
  });
  const memberRows = members.map((member) => ({
    ...member,
    name: writer.string(member.name),
    type: ShaderType[member.type],
  }));
  const samplers = shader.samplers.map((sampler) => ({
    name: writer.string(sampler.name),
    type: ShaderType[sampler.type],
  }));
  const attributes = shader.attributes.map((attribute) => ({
    name: writer.string(attribute.name),
    type: ShaderType[attribute.type],
    location: attribute.location,
    reserved: 0,
  }));
  return writer.finish("SHDR", {
    interface: shaderInterface(shader),
    vertex: writer.string(shader.vertex),
    fragment: writer.string(shader.fragment),
    blocks: writer.rows(ShaderBlock, blocks),
    blockCount: blocks.length,
    members: writer.rows(ShaderMember, memberRows),
    memberCount: members.length,
    samplers: writer.rows(ShaderSampler, samplers),
    samplerCount: samplers.length,
    attributes: writer.rows(ShaderAttribute, attributes),
    attributeCount: attributes.length,
  });
}

/** Reads a shader blob. */
export function decodeShader(bytes: Uint8Array): Shader {
  const blob = new BlobReader(bytes, "SHDR");
  const header = blob.row(ShaderHeader, 0);
  const members = blob.rows(ShaderMember, header.members, header.memberCount).map((row) => ({
    ...row,
    name: blob.string(row.name),
    type: shaderType(row.type),
  }));
  const blocks = blob.rows(ShaderBlock, header.blocks, header.blockCount).map((row) => {
    if (row.firstMember + row.memberCount > members.length)
      throw new FpkgError("FP1002", "Block members are outside");
    return {
      name: blob.string(row.name),
      binding: row.binding,
      size: row.size,
      members: members.slice(row.firstMember, row.firstMember + row.memberCount),
    };
  });
  return {
    vertex: blob.string(header.vertex),
    fragment: blob.string(header.fragment),
    blocks,
    samplers: blob.rows(ShaderSampler, header.samplers, header.samplerCount).map((row) => ({
      name: blob.string(row.name),
      type: shaderType(row.type),
    })),
    attributes: blob.rows(ShaderAttribute, header.attributes, header.attributeCount).map((row) => ({
      name: blob.string(row.name),
      type: shaderType(row.type),
      location: row.location,
    })),
  };
}

function shaderType(code: number): ShaderTypeName {
  return codeName(ShaderType, code, "Shader type");
}
