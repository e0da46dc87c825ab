/**
 * What a shader stage declares, read from its SPIR-V: the preprocessor has run, array sizes are numbers and std140
 * offsets are decorations, so nothing of GLSL's grammar is repeated here.
 */
import type { ShaderTypeName } from "../fpkg/format/shader.ts";
import type { BlockMember } from "../fpkg/shader_blob.ts";

/** A member's type may be one that blocks of ours cannot hold. */
export interface StageBlock {
  readonly name: string;
  readonly size: number;
  readonly members: readonly (Omit<BlockMember, "type" | "range" | "defaults"> & {
    readonly type: ShaderTypeName | undefined;
  })[];
}

/** An input, output or sampler; `type` is undefined for types we have no name for. */
export interface StageVariable {
  readonly name: string;
  readonly type: ShaderTypeName | undefined;
}

export interface StageReflection {
  readonly blocks: readonly StageBlock[];
  readonly samplers: readonly StageVariable[];
  readonly inputs: readonly StageVariable[];
  readonly outputs: readonly StageVariable[];
}

// Numbers from the SPIR-V specification, section 3.
const OP_NAME = 5;
const OP_MEMBER_NAME = 6;
const OP_TYPE_BOOL = 20;
const OP_TYPE_INT = 21;
const OP_TYPE_FLOAT = 22;
const OP_TYPE_VECTOR = 23;
const OP_TYPE_MATRIX = 24;
const OP_TYPE_IMAGE = 25;
const OP_TYPE_SAMPLED_IMAGE = 27;
const OP_TYPE_ARRAY = 28;
const OP_TYPE_POINTER = 32;
const OP_CONSTANT = 43;
const OP_VARIABLE = 59;
const OP_DECORATE = 71;
const OP_MEMBER_DECORATE = 72;
const DECORATION_BLOCK = 2;
const DECORATION_ARRAY_STRIDE = 6;
const DECORATION_MATRIX_STRIDE = 7;
const DECORATION_BUILT_IN = 11;
const DECORATION_OFFSET = 35;
const STORAGE_UNIFORM_CONSTANT = 0;
const STORAGE_INPUT = 1;
const STORAGE_UNIFORM = 2;
const STORAGE_OUTPUT = 3;

/** The facts of a module by result id. */
interface Module {
  readonly names: Map<number, string>;
  readonly memberNames: Map<string, string>;
  readonly types: Map<number, readonly number[]>;
  readonly constants: Map<number, number>;
  readonly decorations: Map<string, number>;
  readonly variables: { readonly id: number; readonly type: number; readonly storage: number }[];
}

/** Reads the declarations of one stage. */
export function reflectSpirv(spirv: Uint32Array): StageReflection {
  const module = readModule(spirv);
  const of = (storage: number): StageVariable[] =>
    module.variables
      .filter((variable) => variable.storage === storage && !isBuiltIn(module, variable))
      .map((variable) => ({
        name: nameOf(module, variable.id),
        type: typeName(module, pointee(module, variable.type)),
      }));
  const blocks = module.variables
    .filter(({ storage }) => storage === STORAGE_UNIFORM)
    .map(({ type }) => readBlock(module, pointee(module, type)));
  return {
    blocks,
    samplers: of(STORAGE_UNIFORM_CONSTANT),
    inputs: of(STORAGE_INPUT),
    outputs: of(STORAGE_OUTPUT),
  };
}

function readModule(spirv: Uint32Array): Module {
  const module: Module = {
    names: new Map(),
    memberNames: new Map(),
    types: new Map(),
    constants: new Map(),
    decorations: new Map(),
    variables: [],
  };
  // Five words of header come before the instructions.
  for (let at = 5; at < spirv.length; ) {
    const word = spirv[at] as number;
    readInstruction(module, word & 0xffff, spirv.subarray(at + 1, at + (word >>> 16)));
    at += word >>> 16;
  }
  return module;
}

function readInstruction(module: Module, op: number, words: Uint32Array): void {
  const [first, second, third, fourth] = words as unknown as [number, number, number, number];
  switch (op) {
    case OP_NAME:
      module.names.set(first, text(words.subarray(1)));
      return;
    case OP_MEMBER_NAME:
      module.memberNames.set(`${first}.${second}`, text(words.subarray(2)));
      return;
    case OP_DECORATE:
      module.decorations.set(`${first}:${second}`, third);
      return;
    case OP_MEMBER_DECORATE:
      module.decorations.set(`${first}.${second}:${third}`, fourth);
      return;
    case OP_CONSTANT:
      module.constants.set(second, third);
      return;
    case OP_VARIABLE:
      module.variables.push({ type: first, id: second, storage: third });
      return;
    default:
      if (op >= OP_TYPE_BOOL && op <= OP_TYPE_POINTER)
        module.types.set(first, [op, ...words.subarray(1)]);
  }
}

/** UTF-8, four bytes a word, ended by a zero byte. */
function text(words: Uint32Array): string {
  const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
  return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
}

function pointee(module: Module, pointer: number): number {
  return (module.types.get(pointer) as readonly number[])[2] as number;
}

/** A block without an instance name is anonymous: its type has the name. */
function nameOf(module: Module, id: number): string {
  return module.names.get(id) ?? "";
}

function isBuiltIn(
  module: Module,
  variable: { readonly id: number; readonly type: number },
): boolean {
  const type = pointee(module, variable.type);
  return (
    module.decorations.has(`${variable.id}:${DECORATION_BUILT_IN}`) ||
    module.decorations.has(`${type}.0:${DECORATION_BUILT_IN}`) ||
    module.decorations.has(`${type}:${DECORATION_BLOCK}`)
  );
}

function readBlock(module: Module, type: number): StageBlock {
  const members = (module.types.get(type) as readonly number[]).slice(1).map((member, index) => {
    const decoration = (kind: number): number =>
      module.decorations.get(`${type}.${index}:${kind}`) ?? 0;
    const array = module.types.get(member);
    const isArray = array?.[0] === OP_TYPE_ARRAY;
    return {
      name: module.memberNames.get(`${type}.${index}`) ?? "",
      type: typeName(module, isArray ? (array[1] as number) : member),
      offset: decoration(DECORATION_OFFSET),
      arrayLength: isArray ? (module.constants.get(array[2] as number) ?? 0) : 0,
      arrayStride: isArray
        ? (module.decorations.get(`${member}:${DECORATION_ARRAY_STRIDE}`) ?? 0)
        : 0,
      matrixStride: decoration(DECORATION_MATRIX_STRIDE),
    };
  });
  return { name: nameOf(module, type), size: blockSize(members), members };
}

/** Std140 rounds a block's size up to 16. */
function blockSize(members: StageBlock["members"]): number {
  const last = members.at(-1);
  if (last === undefined) return 0;
  const size = last.arrayLength > 0 ? last.arrayStride * last.arrayLength : sizeOf(last.type);
  return Math.ceil((last.offset + size) / 16) * 16;
}

/** Bytes of a type in std140; matrices have columns of 16. */
export function sizeOf(type: ShaderTypeName | undefined): number {
  if (type === undefined) return 0;
  const columns = /^mat(\d)$/.exec(type)?.[1];
  if (columns !== undefined) return Number(columns) * 16;
  return Number(/vec(\d)$/.exec(type)?.[1] ?? 1) * 4;
}

function typeName(module: Module, id: number): ShaderTypeName | undefined {
  const [op, first, second] = module.types.get(id) ?? [];
  switch (op) {
    case OP_TYPE_BOOL:
      return "bool";
    case OP_TYPE_INT:
      return second === 0 ? "uint" : "int";
    case OP_TYPE_FLOAT:
      return "float";
    case OP_TYPE_VECTOR:
      return vectorName(typeName(module, first as number), second as number);
    case OP_TYPE_MATRIX:
      return matrixName(module, first as number, second as number);
    case OP_TYPE_SAMPLED_IMAGE:
      return samplerName(module.types.get(first as number) ?? []);
    default:
      return undefined;
  }
}

function vectorName(scalar: ShaderTypeName | undefined, size: number): ShaderTypeName | undefined {
  const prefix = { float: "", int: "i", uint: "u", bool: "b" }[scalar as "float"];
  return prefix === undefined ? undefined : (`${prefix}vec${size}` as ShaderTypeName);
}

/** Square matrices of float only. */
function matrixName(module: Module, column: number, columns: number): ShaderTypeName | undefined {
  return typeName(module, column) === `vec${columns}`
    ? (`mat${columns}` as ShaderTypeName)
    : undefined;
}

/** From OpTypeImage: op, sampled type, dimension, depth, arrayed. */
function samplerName(image: readonly number[]): ShaderTypeName | undefined {
  const [op, , dimension, depth, arrayed] = image;
  if (op !== OP_TYPE_IMAGE) return undefined;
  if (dimension === 3) return depth === 1 ? "samplerCubeShadow" : "samplerCube";
  if (dimension !== 1) return undefined;
  if (depth === 1) return arrayed ? "sampler2DArrayShadow" : "sampler2DShadow";
  return arrayed ? "sampler2DArray" : "sampler2D";
}
