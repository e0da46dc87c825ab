/** Values of properties in the std140 layout of the block `Material`. */
import type { ShaderTypeName } from "../fpkg/format/shader.ts";
import { FpkgError } from "../fpkg/fpkg_error.ts";
import type { BlockMember, UniformBlock } from "../fpkg/shader_blob.ts";

/** How a scalar of `type` is written, and how many a member has. */
interface Shape {
  readonly scalar: "float" | "int" | "uint" | "bool";
  readonly count: number;
  /** Scalars that follow one another before the matrix stride. */
  readonly column: number;
}

/** Shape of a member's type. The shader compiler lets no others into a block; a damaged blob may. */
export function shapeOf(type: ShaderTypeName): Shape {
  const matrix = /^mat(\d)$/.exec(type)?.[1];
  if (matrix !== undefined) {
    return { scalar: "float", count: Number(matrix) ** 2, column: Number(matrix) };
  }
  const vector = /^([iub]?)vec(\d)$/.exec(type);
  if (vector) {
    const scalar = ({ "": "float", i: "int", u: "uint", b: "bool" } as const)[vector[1] as ""];
    return { scalar, count: Number(vector[2]), column: Number(vector[2]) };
  }
  if (type === "float" || type === "int" || type === "uint" || type === "bool") {
    return { scalar: type, count: 1, column: 1 };
  }
  throw new FpkgError("FP1004", `A block has a member of type ${type}`);
}

/** Numbers that a member takes; an array takes those of all its elements. */
export function scalarCount(member: Pick<BlockMember, "type" | "arrayLength">): number {
  return shapeOf(member.type).count * Math.max(1, member.arrayLength);
}

/** The bytes of `block`; members without values are zero. Counts have been checked. */
export function packUniforms(
  block: UniformBlock,
  values: ReadonlyMap<string, readonly number[]>,
): Uint8Array {
  const bytes = new Uint8Array(block.size);
  const view = new DataView(bytes.buffer);
  for (const member of block.members) {
    for (const [index, value] of (values.get(member.name) ?? []).entries()) {
      writeScalar(view, placeOf(member, index), member.type, value);
    }
  }
  return bytes;
}

function placeOf(member: BlockMember, index: number): number {
  const { count, column } = shapeOf(member.type);
  const element = Math.floor(index / count);
  const inside = index % count;
  const columnNumber = Math.floor(inside / column);
  return (
    member.offset +
    element * member.arrayStride +
    columnNumber * member.matrixStride +
    (inside % column) * 4
  );
}

function writeScalar(view: DataView, at: number, type: ShaderTypeName, value: number): void {
  const { scalar } = shapeOf(type);
  if (scalar === "float") view.setFloat32(at, value, true);
  else if (scalar === "int") view.setInt32(at, value, true);
  else view.setUint32(at, value, true);
}
