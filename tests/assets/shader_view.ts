/** Vertices of a compiled mesh as a shader sees them. */
import type { VertexSemanticName } from "#asset_tools/fpkg/format/mesh.ts";
import { type GpuAttribute, gpuVertices } from "#asset_tools/fpkg/gpu_vertices.ts";
import type { VertexStream } from "#asset_tools/fpkg/mesh_data.ts";

/** Rows of one attribute; undefined where the mesh does not have it. */
export function attributeRows(
  stream: VertexStream,
  semantic: VertexSemanticName,
): number[][] | undefined {
  const { stride, bytes, attributes } = gpuVertices(stream);
  const attribute = attributes.find((candidate) => candidate.semantic === semantic);
  if (attribute === undefined) return undefined;
  const view = new DataView(bytes.buffer);
  return Array.from({ length: bytes.length / stride }, (_, vertex) =>
    Array.from({ length: attribute.components }, (_, component) =>
      readComponent(view, vertex * stride + attribute.offset, attribute, component),
    ),
  );
}

/** OpenGL ES 3.0, 2.1.6: how integers become floats. */
function readComponent(
  view: DataView,
  at: number,
  { type, isNormalised }: GpuAttribute,
  component: number,
): number {
  switch (type) {
    case "FLOAT":
      return view.getFloat32(at + component * 4, true);
    case "UNSIGNED_BYTE":
      return view.getUint8(at + component) / (isNormalised ? 255 : 1);
    case "UNSIGNED_SHORT":
      return view.getUint16(at + component * 2, true) / (isNormalised ? 65535 : 1);
    case "INT_2_10_10_10_REV": {
      const bits = component === 3 ? 2 : 10;
      const word = view.getInt32(at, true) << (32 - bits - component * 10);
      return Math.max((word >> (32 - bits)) / (2 ** (bits - 1) - 1), -1);
    }
  }
}
