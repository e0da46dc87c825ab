import { VERTEX_STRIDE } from "#asset_tools/fpkg/format.ts";
import { decodeMesh } from "#asset_tools/fpkg/mesh_blob.ts";

/** A mesh in GPU memory. */
export interface GpuMesh {
  readonly vertexArray: WebGLVertexArrayObject;
  readonly buffers: readonly WebGLBuffer[];
  readonly indexCount: number;
  readonly indexType: number;
}

/** Position, normal, tangent, uv: floats each, in the order of their locations. */
const ATTRIBUTE_FLOATS = [3, 3, 4, 2];

/** Uploads a mesh blob. */
export function createMesh(gl: WebGL2RenderingContext, bytes: Uint8Array): GpuMesh {
  const mesh = decodeMesh(bytes);
  const vertexArray = gl.createVertexArray();
  gl.bindVertexArray(vertexArray);
  const vertices = fillBuffer(gl, gl.ARRAY_BUFFER, mesh.vertices);
  const indices = fillBuffer(gl, gl.ELEMENT_ARRAY_BUFFER, mesh.indices);
  let offset = 0;
  ATTRIBUTE_FLOATS.forEach((floats, location) => {
    gl.enableVertexAttribArray(location);
    gl.vertexAttribPointer(location, floats, gl.FLOAT, false, VERTEX_STRIDE, offset);
    offset += floats * 4;
  });
  gl.bindVertexArray(null);
  const indexType = mesh.indexSize === 2 ? gl.UNSIGNED_SHORT : gl.UNSIGNED_INT;
  return { vertexArray, buffers: [vertices, indices], indexCount: mesh.indexCount, indexType };
}

export function deleteMesh(gl: WebGL2RenderingContext, mesh: GpuMesh): void {
  gl.deleteVertexArray(mesh.vertexArray);
  for (const buffer of mesh.buffers) gl.deleteBuffer(buffer);
}

function fillBuffer(gl: WebGL2RenderingContext, target: number, bytes: Uint8Array): WebGLBuffer {
  const buffer = gl.createBuffer();
  gl.bindBuffer(target, buffer);
  gl.bufferData(target, bytes, gl.STATIC_DRAW);
  return buffer;
}
