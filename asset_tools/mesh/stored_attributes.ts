/** Attributes of shared vertices as a reader of the blob will see them. */
import { decodeOctahedral } from "../fpkg/gpu_vertices.ts";
import type { AttributePlace } from "../fpkg/mesh_data.ts";
import type { PackedVertices } from "./pack_vertices.ts";
import type { SharedVertices } from "./share_vertices.ts";

type Triple = readonly [x: number, y: number, z: number];

/** x y z of every vertex. */
export function decodedPositions(shared: SharedVertices, packed: PackedVertices): Float32Array {
  return decode(shared, packed, "position", (view, at, { format, scale, origin }) =>
    format === "unorm16x3"
      ? [
          origin[0]! + scale * view.getUint16(at, true),
          origin[1]! + scale * view.getUint16(at + 2, true),
          origin[2]! + scale * view.getUint16(at + 4, true),
        ]
      : threeFloats(view, at),
  );
}

/** x y z of every vertex. */
export function normalsOf(shared: SharedVertices, packed: PackedVertices): Float32Array {
  return decode(shared, packed, "normal", (view, at, { format }) =>
    format === "octahedral"
      ? decodeOctahedral(view.getInt16(at, true), view.getInt16(at + 2, true))
      : threeFloats(view, at),
  );
}

function threeFloats(view: DataView, at: number): Triple {
  return [view.getFloat32(at, true), view.getFloat32(at + 4, true), view.getFloat32(at + 8, true)];
}

function decode(
  { words, count }: SharedVertices,
  { stride, streams }: PackedVertices,
  semantic: "position" | "normal",
  read: (view: DataView, at: number, place: AttributePlace) => Triple,
): Float32Array {
  const place = streams[0]!.attributes.find((attribute) => attribute.semantic === semantic)!;
  const view = new DataView(words.buffer, words.byteOffset, words.byteLength);
  const decoded = new Float32Array(count * 3);
  for (let vertex = 0; vertex < count; vertex++) {
    const [x, y, z] = read(view, vertex * stride * 4 + place.offset, place);
    decoded[vertex * 3] = x;
    decoded[vertex * 3 + 1] = y;
    decoded[vertex * 3 + 2] = z;
  }
  return decoded;
}
