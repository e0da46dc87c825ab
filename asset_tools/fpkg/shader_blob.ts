/** Shader blobs: the GLSL ES 3.00 texts of all variants and what they declare together. */
import { BlobReader, type BlobSource, codeName } from "./blob_reader.ts";
import { BlobWriter } from "./blob_writer.ts";
import {
  ShaderAttribute,
  ShaderBlock,
  ShaderHeader,
  ShaderMember,
  ShaderSampler,
  ShaderType,
  type ShaderTypeName,
  ShaderVariant as ShaderVariantRow,
  TextureSemantic,
  type TextureSemanticName,
} from "./format/shader.ts";
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
  /** Least and greatest value of each number; null when any will do. */
  readonly range: readonly [number, number] | null;
  /** Numbers that a material need not give; null for zeros. */
  readonly defaults: readonly number[] | null;
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
  readonly semantic: TextureSemanticName;
  /** Whether the source says the semantic, or only the name suggests it. */
  readonly isAnnotated: boolean;
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

/** One of a shader's forms, ready for the driver. */
export interface ShaderVariant {
  /** The named set of defines; empty for none. */
  readonly name: string;
  /** `NAME` or `NAME=VALUE` of the axes, separated by spaces. */
  readonly choice: string;
  readonly vertex: string;
  readonly fragment: string;
  /** Bit N: it declares the sampler in row N. */
  readonly samplers: number;
}

/** A shader; a material names a variant by its place in the list. */
export interface Shader extends ShaderReflection {
  readonly variants: readonly ShaderVariant[];
}

/** 128-bit hash of what materials depend on: blocks, samplers and the names of variants, not the code. */
export function shaderInterface(shader: Shader): string {
  const { blocks, samplers } = shader;
  const variants = shader.variants.map(({ name, choice }) => [name, choice]);
  const text = JSON.stringify({ blocks, samplers, variants });
  return sha256Hex(new TextEncoder().encode(text)).slice(0, 32);
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
  const memberRows = members.map(({ range, defaults, ...member }) => ({
    ...member,
    name: writer.string(member.name),
    type: ShaderType[member.type],
    least: range?.[0] ?? Number.NEGATIVE_INFINITY,
    most: range?.[1] ?? Number.POSITIVE_INFINITY,
    defaults: defaults === null ? 0 : writer.f64Column(defaults),
    defaultCount: defaults?.length ?? 0,
  }));
  const samplers = shader.samplers.map((sampler) => ({
    name: writer.string(sampler.name),
    type: ShaderType[sampler.type],
    semantic: TextureSemantic[sampler.semantic],
    isAnnotated: sampler.isAnnotated ? 1 : 0,
  }));
  const variants = shader.variants.map((variant) => ({
    name: writer.string(variant.name),
    choice: writer.string(variant.choice),
    vertex: writer.string(variant.vertex),
    fragment: writer.string(variant.fragment),
    samplers: variant.samplers,
    reserved: 0,
  }));
  const attributes = shader.attributes.map((attribute) => ({
    name: writer.string(attribute.name),
    type: ShaderType[attribute.type],
    location: attribute.location,
    reserved: 0,
  }));
  return writer.finish("SHDR", {
    interface: shaderInterface(shader),
    variants: writer.rows(ShaderVariantRow, variants),
    variantCount: variants.length,
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
export function decodeShader(source: BlobSource): Shader {
  const blob = BlobReader.open(source, "SHDR");
  const header = blob.row(ShaderHeader, 0);
  if (header.variantCount === 0) throw new FpkgError("FP1004", "A shader has at least one variant");
  const members = blob.rows(ShaderMember, header.members, header.memberCount).map((row) => ({
    name: blob.string(row.name),
    type: shaderType(row.type),
    offset: row.offset,
    arrayLength: row.arrayLength,
    arrayStride: row.arrayStride,
    matrixStride: row.matrixStride,
    range: rangeOf(row),
    defaults: row.defaultCount === 0 ? null : [...blob.f64Column(row.defaults, row.defaultCount)],
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
    variants: blob.rows(ShaderVariantRow, header.variants, header.variantCount).map((row) => ({
      name: blob.string(row.name),
      choice: blob.string(row.choice),
      vertex: blob.string(row.vertex),
      fragment: blob.string(row.fragment),
      samplers: row.samplers,
    })),
    blocks,
    samplers: blob.rows(ShaderSampler, header.samplers, header.samplerCount).map((row) => ({
      name: blob.string(row.name),
      type: shaderType(row.type),
      semantic: codeName(TextureSemantic, row.semantic, "Texture semantic"),
      isAnnotated: row.isAnnotated !== 0,
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

function rangeOf({ least, most }: { least: number; most: number }): [number, number] | null {
  return least === Number.NEGATIVE_INFINITY ? null : [least, most];
}
