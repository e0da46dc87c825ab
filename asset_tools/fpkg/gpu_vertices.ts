/**
 * Vertices as a GPU fetches them. Positions become floats and unit vectors 10 bits a component, so that shaders see plain
 * numbers; runtime/native/game/gpu_vertices.c does the same.
 */
import type { VertexFormatName, VertexSemanticName } from "./format/mesh.ts";
import type { AttributePlace, VertexStream } from "./mesh_data.ts";
import { OCTAHEDRAL_MAX } from "./vertex_formats.ts";

/** Names of WebGL's constants. */
export type GpuScalar = "FLOAT" | "UNSIGNED_BYTE" | "UNSIGNED_SHORT" | "INT_2_10_10_10_REV";

export interface GpuAttribute {
  readonly semantic: VertexSemanticName;
  readonly components: 2 | 3 | 4;
  readonly type: GpuScalar;
  /** Whether a shader sees integers as 0 to 1 or -1 to 1. */
  readonly isNormalised: boolean;
  /** Whether a shader sees integers. */
  readonly isInteger: boolean;
  /** Bytes from the vertex's start. */
  readonly offset: number;
}

export interface GpuVertices {
  readonly stride: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly attributes: readonly GpuAttribute[];
}

type Layout = Pick<GpuAttribute, "components" | "type"> & {
  readonly words: number;
  readonly kind?: "integer" | "float";
};

const layouts: Readonly<Record<VertexFormatName, Layout>> = {
  float32x2: { components: 2, type: "FLOAT", words: 2, kind: "float" },
  float32x3: { components: 3, type: "FLOAT", words: 3, kind: "float" },
  float32x4: { components: 4, type: "FLOAT", words: 4, kind: "float" },
  unorm16x2: { components: 2, type: "UNSIGNED_SHORT", words: 1 },
  unorm16x3: { components: 3, type: "FLOAT", words: 3, kind: "float" },
  snorm16x3: { components: 3, type: "FLOAT", words: 3, kind: "float" },
  octahedral: { components: 4, type: "INT_2_10_10_10_REV", words: 1 },
  octahedralSigned: { components: 4, type: "INT_2_10_10_10_REV", words: 1 },
  unorm8x4: { components: 4, type: "UNSIGNED_BYTE", words: 1 },
  uint8x4: { components: 4, type: "UNSIGNED_BYTE", words: 1, kind: "integer" },
  uint16x4: { components: 4, type: "UNSIGNED_SHORT", words: 2, kind: "integer" },
};

/** Lays the vertices of a stream out anew, attributes in the order of the stream. */
export function gpuVertices(stream: VertexStream): GpuVertices {
  const count = stream.bytes.length / stream.stride;
  const attributes: GpuAttribute[] = [];
  let stride = 0;
  for (const { semantic, format } of stream.attributes) {
    const { components, type, words, kind } = layouts[format];
    attributes.push({
      semantic,
      components,
      type,
      isNormalised: kind === undefined,
      isInteger: kind === "integer",
      offset: stride,
    });
    stride += words * 4;
  }
  const source = new DataView(stream.bytes.buffer, stream.bytes.byteOffset, stream.bytes.length);
  const bytes = new Uint8Array(count * stride);
  const target = new DataView(bytes.buffer);
  stream.attributes.forEach((place, index) => {
    const to = attributes[index]?.offset ?? 0;
    unpack(place, source, stream.stride, target, to, stride, count);
  });
  return { stride, bytes, attributes };
}

function unpack(
  place: AttributePlace,
  source: DataView,
  sourceStride: number,
  target: DataView,
  to: number,
  stride: number,
  count: number,
): void {
  const { format, offset, scale, origin } = place;
  const { words } = layouts[format];
  for (let vertex = 0; vertex < count; vertex++) {
    const from = vertex * sourceStride + offset;
    const at = vertex * stride + to;
    if (format === "unorm16x3") {
      target.setFloat32(at, origin[0] + scale * source.getUint16(from, true), true);
      target.setFloat32(at + 4, origin[1] + scale * source.getUint16(from + 2, true), true);
      target.setFloat32(at + 8, origin[2] + scale * source.getUint16(from + 4, true), true);
    } else if (format === "snorm16x3") {
      target.setFloat32(at, scale * source.getInt16(from, true), true);
      target.setFloat32(at + 4, scale * source.getInt16(from + 2, true), true);
      target.setFloat32(at + 8, scale * source.getInt16(from + 4, true), true);
    } else if (format === "octahedral" || format === "octahedralSigned") {
      const x = source.getInt16(from, true);
      const y = source.getInt16(from + 2, true);
      target.setUint32(at, packed(x, y, format === "octahedralSigned"), true);
    } else {
      for (let word = 0; word < words * 4; word += 4)
        target.setUint32(at + word, source.getUint32(from + word, true), true);
    }
  }
}

/** A unit vector as 10 bits a component; w is the handedness, or 0. */
function packed(octahedralX: number, octahedralY: number, isSigned: boolean): number {
  const isLeftHanded = isSigned && (octahedralY & 1) === 1;
  const [x, y, z] = decodeOctahedral(octahedralX, isSigned ? octahedralY >> 1 : octahedralY);
  const w = isSigned ? (isLeftHanded ? 3 : 1) : 0;
  return ((w << 30) | (tenBits(z) << 20) | (tenBits(y) << 10) | tenBits(x)) >>> 0;
}

function tenBits(value: number): number {
  return Math.floor(value * 511 + 0.5) & 1023;
}

/** The unit vector of two octahedral coordinates (Meyer et al. 2010). */
export function decodeOctahedral(
  octahedralX: number,
  octahedralY: number,
): [number, number, number] {
  let x = octahedralX / OCTAHEDRAL_MAX;
  let y = octahedralY / OCTAHEDRAL_MAX;
  const z = 1 - Math.abs(x) - Math.abs(y);
  // Below the equator the corners of the square are folded down.
  const fold = Math.max(-z, 0);
  x += x >= 0 ? -fold : fold;
  y += y >= 0 ? -fold : fold;
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}
