/** Vertices that no joint pulls: in a blob their weights are all 0, which glTF does not allow. */
import type { AttributePlace, VertexStream } from "../fpkg/mesh_data.ts";
import type { GlbBuilder } from "./glb_builder.ts";
import { packedRows } from "./vertex_accessors.ts";

/** Whether there are any. */
export function hasUnbound(stream: VertexStream): boolean {
  const sets = stream.attributes.filter(isWeights).map((place) => packedRows(stream, place, 4));
  const count = stream.bytes.length / stream.stride;
  return (
    sets.length > 0 && Array.from({ length: count }).some((_, vertex) => isUnbound(sets, vertex))
  );
}

/** Binds the vertices that no joint pulls to joint `joint`: gives accessors instead of those of the first influences. */
export function boundAccessors(
  stream: VertexStream,
  joint: number,
  glb: GlbBuilder,
): Record<string, number> {
  const sets = stream.attributes.filter(isWeights).map((place) => packedRows(stream, place, 4));
  const weights = sets[0] ?? new Uint8Array();
  const joints = jointRows(stream);
  for (let vertex = 0; vertex * 4 < weights.length; vertex++) {
    if (!isUnbound(sets, vertex)) continue;
    joints[vertex * 4] = joint;
    weights[vertex * 4] = 255;
  }
  const shape = { component: "u8", element: "VEC4", isNormalised: true } as const;
  return {
    JOINTS_0: glb.elements(
      new Uint8Array(joints.buffer),
      { component: "u16", element: "VEC4" },
      "vertices",
    ),
    WEIGHTS_0: glb.elements(weights, shape, "vertices"),
  };
}

function isWeights({ semantic }: AttributePlace): boolean {
  return semantic === "weights" || semantic === "weights1";
}

function isUnbound(sets: readonly Uint8Array[], vertex: number): boolean {
  return sets.every((set) => set.subarray(vertex * 4, vertex * 4 + 4).every((byte) => byte === 0));
}

/** The first four joints of each vertex. */
function jointRows(stream: VertexStream): Uint16Array {
  const place = stream.attributes.find(({ semantic }) => semantic === "joints");
  if (place?.format !== "uint16x4")
    return Uint16Array.from(place ? packedRows(stream, place, 4) : []);
  return new Uint16Array(packedRows(stream, place, 8).buffer);
}
