/**
 * Attributes of a mesh blob as glTF has them. Colours, uvs, joints and weights keep their integers; positions,
 * displacements and unit vectors become floats, which loses nothing: the blob's steps are powers of two.
 */
import type { VertexFormatName, VertexSemanticName } from "../fpkg/format/mesh.ts";
import { decodeOctahedral } from "../fpkg/gpu_vertices.ts";
import type { AttributePlace, VertexStream } from "../fpkg/mesh_data.ts";
import type { AccessorShape, GlbBuilder } from "./glb_builder.ts";

const NAMES: Readonly<Record<VertexSemanticName, string>> = {
  position: "POSITION",
  normal: "NORMAL",
  tangent: "TANGENT",
  uv: "TEXCOORD_0",
  uv1: "TEXCOORD_1",
  color: "COLOR_0",
  joints: "JOINTS_0",
  weights: "WEIGHTS_0",
  joints1: "JOINTS_1",
  weights1: "WEIGHTS_1",
};

/** Formats that glTF has too, with the bytes of an element. */
const kept: Readonly<
  Partial<Record<VertexFormatName, AccessorShape & { readonly bytes: number }>>
> = {
  unorm16x2: { component: "u16", element: "VEC2", isNormalised: true, bytes: 4 },
  unorm8x4: { component: "u8", element: "VEC4", isNormalised: true, bytes: 4 },
  uint8x4: { component: "u8", element: "VEC4", bytes: 4 },
  uint16x4: { component: "u16", element: "VEC4", bytes: 8 },
};

/** Numbers of an attribute that becomes floats. */
const FLOAT_ELEMENTS = { 2: "VEC2", 3: "VEC3", 4: "VEC4" } as const;

/** Adds the attributes of a mesh's vertices; gives their accessors by glTF's names. */
export function vertexAccessors(stream: VertexStream, glb: GlbBuilder): Record<string, number> {
  return accessorsOf(stream, glb, (place) =>
    place.semantic === "normal" || place.semantic === "tangent" ? unitRows : unchanged,
  );
}

/** Adds the displacements of a morph target. */
export function targetAccessors(stream: VertexStream, glb: GlbBuilder): Record<string, number> {
  return accessorsOf(stream, glb, () => unchanged);
}

type MapRows = (values: Float32Array, size: number) => Float32Array;

function accessorsOf(
  stream: VertexStream,
  glb: GlbBuilder,
  mapOf: (place: AttributePlace) => MapRows,
): Record<string, number> {
  return Object.fromEntries(
    stream.attributes.map((place) => {
      const shape = kept[place.format];
      const accessor = shape
        ? glb.elements(packedRows(stream, place, shape.bytes), shape, "vertices")
        : addFloats(stream, place, glb, mapOf(place));
      return [NAMES[place.semantic], accessor];
    }),
  );
}

function addFloats(
  stream: VertexStream,
  place: AttributePlace,
  glb: GlbBuilder,
  map: MapRows,
): number {
  const size = numbersOf(place.format);
  const isBounded = place.semantic === "position";
  const values = map(floatRows(stream, place, size), size);
  return glb.floats(values, FLOAT_ELEMENTS[size], { use: "vertices", isBounded });
}

function numbersOf(format: VertexFormatName): 2 | 3 | 4 {
  switch (format) {
    case "float32x2":
    case "unorm16x2":
      return 2;
    case "float32x3":
    case "unorm16x3":
    case "snorm16x3":
    case "octahedral":
      return 3;
    case "float32x4":
    case "octahedralSigned":
    case "unorm8x4":
    case "uint8x4":
    case "uint16x4":
      return 4;
  }
}

/** An attribute's bytes without those between. */
export function packedRows({ bytes, stride }: VertexStream, place: AttributePlace, size: number) {
  const count = bytes.length / stride;
  const packed = new Uint8Array(count * size);
  for (let vertex = 0; vertex < count; vertex++) {
    const from = vertex * stride + place.offset;
    packed.set(bytes.subarray(from, from + size), vertex * size);
  }
  return packed;
}

/** An attribute's numbers, `size` a vertex. */
export function floatRows(
  { bytes, stride }: VertexStream,
  { format, offset, scale, origin }: AttributePlace,
  size: number,
): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = bytes.length / stride;
  const values = new Float32Array(count * size);
  for (let vertex = 0; vertex < count; vertex++) {
    const at = vertex * stride + offset;
    const to = vertex * size;
    if (format === "octahedral" || format === "octahedralSigned") {
      values.set(unitVector(view, at, format === "octahedralSigned"), to);
      continue;
    }
    for (let axis = 0; axis < size; axis++) {
      values[to + axis] =
        format === "unorm16x3"
          ? (origin[axis] as number) + scale * view.getUint16(at + axis * 2, true)
          : format === "snorm16x3"
            ? scale * view.getInt16(at + axis * 2, true)
            : view.getFloat32(at + axis * 4, true);
    }
  }
  return values;
}

/** Handedness is the fourth number. */
function unitVector(view: DataView, at: number, isSigned: boolean): number[] {
  const x = view.getInt16(at, true);
  const y = view.getInt16(at + 2, true);
  if (!isSigned) return decodeOctahedral(x, y);
  return [...decodeOctahedral(x, y >> 1), (y & 1) === 1 ? -1 : 1];
}

const unchanged: MapRows = (values) => values;

/** How far from 1 a length may be; the validator of glTF is content with more. */
const LENGTH_TOLERANCE = 0.0005;

/** Unit vectors of three numbers, as glTF wants all normals to be; one without length becomes 0 0 1. */
const unitRows: MapRows = (values, size) => {
  for (let at = 0; at < values.length; at += size) {
    const [x, y, z] = values.subarray(at, at + 3) as unknown as [number, number, number];
    const length = Math.sqrt(x * x + y * y + z * z);
    if (Math.abs(length - 1) <= LENGTH_TOLERANCE) continue;
    const unit = length > 0 ? [x / length, y / length, z / length] : [0, 0, 1];
    values.set(unit, at);
  }
  return values;
};
