/** Attributes of shared vertices as a reader of the blob will see them. */
import { decodeOctahedral } from "../fpkg/gpu_vertices.ts";
import type { AttributePlace } from "../fpkg/mesh_data.ts";
import type { PackedVertices } from "./pack_vertices.ts";
import type { SharedVertices } from "./share_vertices.ts";

/** x y z of every vertex. */
export function decodedPositions(shared: SharedVertices, packed: PackedVertices): Float32Array {
  return decode(shared, packed, "position", (view, at, { format, scale, origin }, axis) =>
    format === "unorm16x3"
      ? origin[axis]! + scale * view.getUint16(at + axis * 2, true)
      : view.getFloat32(at + axis * 4, true),
  );
}

/** x y z of every vertex. */
export function normalsOf(shared: SharedVertices, packed: PackedVertices): Float32Array {
  return decode(shared, packed, "normal", (view, at, { format }, axis) =>
    format === "octahedral"
      ? decodeOctahedral(view.getInt16(at, true), view.getInt16(at + 2, true))[axis]!
      : view.getFloat32(at + axis * 4, true),
  );
}

function decode(
  { words, count }: SharedVertices,
  { stride, streams }: PackedVertices,
  semantic: "position" | "normal",
  read: (view: DataView, at: number, place: AttributePlace, axis: 0 | 1 | 2) => number,
): Float32Array {
  const place = streams[0]!.attributes.find((attribute) => attribute.semantic === semantic)!;
  const view = new DataView(words.buffer, words.byteOffset, words.byteLength);
  const decoded = new Float32Array(count * 3);
  for (let vertex = 0; vertex < count; vertex++) {
    const at = vertex * stride * 4 + place.offset;
    for (const axis of [0, 1, 2] as const) decoded[vertex * 3 + axis] = read(view, at, place, axis);
  }
  return decoded;
}
