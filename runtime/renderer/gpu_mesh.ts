import { decodeMesh } from "#asset_tools/fpkg/decode_mesh.ts";
import { VertexSemantic } from "#asset_tools/fpkg/format/mesh.ts";
import { type GpuAttribute, gpuVertices } from "#asset_tools/fpkg/gpu_vertices.ts";
import type { LodRange, Triple } from "#asset_tools/fpkg/mesh_data.ts";
import { loadedDraco } from "#runtime/assets/draco.ts";

/** A mesh in GPU memory. Morph targets stay in the blob. */
export interface GpuMesh {
  readonly vertexArray: WebGLVertexArrayObject;
  readonly buffers: readonly WebGLBuffer[];
  readonly indexType: number;
  readonly indexSize: number;
  /** The finest first. */
  readonly lods: readonly LodRange[];
  readonly sphereCenter: Triple;
  readonly sphereRadius: number;
}

/** Uploads a mesh blob. */
export function createMesh(gl: WebGL2RenderingContext, bytes: Uint8Array): GpuMesh {
  const mesh = decodeMesh(bytes, loadedDraco());
  const vertexArray = gl.createVertexArray();
  gl.bindVertexArray(vertexArray);
  const vertices = gpuVertices(mesh.vertices);
  const buffers = [
    fillBuffer(gl, gl.ARRAY_BUFFER, vertices.bytes),
    fillBuffer(gl, gl.ELEMENT_ARRAY_BUFFER, mesh.indices),
  ];
  for (const attribute of vertices.attributes) pointTo(gl, attribute, vertices.stride);
  gl.bindVertexArray(null);
  const indexSize = mesh.indices.BYTES_PER_ELEMENT;
  return {
    vertexArray,
    buffers,
    indexType: indexSize === 2 ? gl.UNSIGNED_SHORT : gl.UNSIGNED_INT,
    indexSize,
    lods: mesh.lods,
    sphereCenter: mesh.sphereCenter,
    sphereRadius: mesh.sphereRadius,
  };
}

export function deleteMesh(gl: WebGL2RenderingContext, mesh: GpuMesh): void {
  gl.deleteVertexArray(mesh.vertexArray);
  for (const buffer of mesh.buffers) gl.deleteBuffer(buffer);
}

/** What shaders see of attributes that a mesh does not have; without this all of them would be 0 0 0 1. */
export function setMissingAttributes(gl: WebGL2RenderingContext): void {
  gl.vertexAttrib4f(VertexSemantic.tangent, 1, 0, 0, 1);
  gl.vertexAttrib4f(VertexSemantic.color, 1, 1, 1, 1);
}

function pointTo(gl: WebGL2RenderingContext, attribute: GpuAttribute, stride: number): void {
  const { semantic, components, type, isNormalised, isInteger, offset } = attribute;
  const location = VertexSemantic[semantic];
  gl.enableVertexAttribArray(location);
  if (isInteger) gl.vertexAttribIPointer(location, components, gl[type], stride, offset);
  else gl.vertexAttribPointer(location, components, gl[type], isNormalised, stride, offset);
}

function fillBuffer(
  gl: WebGL2RenderingContext,
  target: number,
  data: ArrayBufferView<ArrayBufferLike>,
): WebGLBuffer {
  const buffer = gl.createBuffer();
  gl.bindBuffer(target, buffer);
  gl.bufferData(target, data, gl.STATIC_DRAW);
  return buffer;
}
