/** Draco parts as the streams of one mesh. */
import { type DracoMesh, dracoAttributes, dracoTypeSizes } from "./draco_decoder.ts";
import type { VertexStream } from "./mesh_data.ts";

/** Where attributes lie in the vertices of a stream. */
export type VertexLayout = Omit<VertexStream, "bytes">;

export interface JoinedParts {
  readonly vertexCount: number;
  readonly indices: Uint32Array;
  /** Vertices of each stream. */
  readonly streams: readonly Uint8Array[];
}

/** Puts the parts one behind another; their attributes are those of all layouts in order. */
export function joinParts(
  layouts: readonly VertexLayout[],
  parts: readonly DracoMesh[],
): JoinedParts {
  const vertexCount = parts.reduce((sum, part) => sum + part.vertexCount, 0);
  const indices = new Uint32Array(parts.reduce((sum, part) => sum + part.indices.length, 0));
  const streams = layouts.map(({ stride }) => new Uint8Array(vertexCount * stride));
  let firstVertex = 0;
  let firstIndex = 0;
  for (const part of parts) {
    for (const [at, index] of part.indices.entries())
      indices[firstIndex + at] = firstVertex + index;
    scatter(layouts, part, firstVertex, streams);
    firstVertex += part.vertexCount;
    firstIndex += part.indices.length;
  }
  return { vertexCount, indices, streams };
}

function scatter(
  layouts: readonly VertexLayout[],
  part: DracoMesh,
  firstVertex: number,
  streams: readonly Uint8Array[],
): void {
  let id = 0;
  for (const [stream, { stride, attributes }] of layouts.entries()) {
    const target = streams[stream] as Uint8Array;
    for (const { format, offset } of attributes) {
      const values = part.attributes[id++] as Uint8Array;
      const { type, components } = dracoAttributes[format];
      const size = components * dracoTypeSizes[type];
      for (let vertex = 0; vertex < part.vertexCount; vertex++) {
        const to = (firstVertex + vertex) * stride + offset;
        for (let byte = 0; byte < size; byte++)
          target[to + byte] = values[vertex * size + byte] as number;
      }
    }
  }
}
