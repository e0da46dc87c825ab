/** KHR_draco_mesh_compression: the indices and attributes of a primitive. */
import { type ComponentArray, componentArray } from "./component_type.ts";
import type { Decoder, DecoderModule, Geometry } from "./draco_module.ts";
import { type Budget, broken, ReadFailure } from "./read_failure.ts";

/** An attribute that is wanted: its id in the compressed data, and how its accessor stores it. */
export interface DracoAttribute {
  readonly name: string;
  readonly id: number;
  readonly componentType: number;
  /** Numbers a vertex. */
  readonly size: number;
}

export interface DracoMesh {
  readonly vertexCount: number;
  readonly indices: Uint32Array;
  /** By name. */
  readonly attributes: ReadonlyMap<string, ComponentArray>;
}

/** Decodes one primitive; `pointer` names it in messages. */
export function decodeDraco(
  draco: DecoderModule,
  bytes: Uint8Array,
  wanted: readonly DracoAttribute[],
  budget: Budget,
  pointer: string,
): DracoMesh {
  const decoder = new draco.Decoder();
  const buffer = new draco.DecoderBuffer();
  const mesh = new draco.Mesh();
  try {
    buffer.Init(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes.byteLength);
    if (decoder.GetEncodedGeometryType(buffer) !== draco.TRIANGULAR_MESH) {
      throw broken(pointer, "the data is no Draco mesh");
    }
    if (!decoder.DecodeBufferToMesh(buffer, mesh).ok()) {
      throw broken(pointer, "the Draco data is malformed");
    }
    const vertexCount = mesh.num_points();
    const attributes = wanted.map((attribute): [string, ComponentArray] => {
      budget.take(vertexCount * attribute.size * 4, pointer);
      return [attribute.name, attributeArray(draco, decoder, mesh, attribute, pointer)];
    });
    budget.take(mesh.num_faces() * 12, pointer);
    const byteLength = mesh.num_faces() * 12;
    const indices = copyOut(draco, byteLength, (address) =>
      decoder.GetTrianglesUInt32Array(mesh, byteLength, address),
    );
    if (indices === undefined) throw broken(pointer, "the Draco data has no triangles");
    return {
      vertexCount,
      indices: new Uint32Array(indices.buffer),
      attributes: new Map(attributes),
    };
  } catch (error) {
    // The module aborts where its memory runs out.
    throw error instanceof ReadFailure ? error : broken(pointer, "the Draco data is malformed");
  } finally {
    draco.destroy(mesh);
    draco.destroy(buffer);
    draco.destroy(decoder);
  }
}

function attributeArray(
  draco: DecoderModule,
  decoder: Decoder,
  mesh: Geometry,
  { name, id, componentType, size }: DracoAttribute,
  pointer: string,
): ComponentArray {
  const attribute = decoder.GetAttributeByUniqueId(mesh, id);
  if (pointerOf(attribute) === 0 || attribute.num_components() !== size) {
    throw broken(
      pointer,
      `the Draco data has no attribute ${name} of ${size} numbers with id ${id}`,
    );
  }
  const array = componentArray(componentType, mesh.num_points() * size);
  const { byteLength } = array;
  const type = dracoType(draco, componentType);
  const bytes = copyOut(draco, byteLength, (address) =>
    decoder.GetAttributeDataArrayForAllPoints(mesh, attribute, type, byteLength, address),
  );
  if (bytes === undefined) throw broken(pointer, `attribute ${name} cannot be converted`);
  new Uint8Array(array.buffer).set(bytes);
  return array;
}

/** Bytes that `fill` writes to the decoder's memory; undefined when it cannot. */
function copyOut(
  draco: DecoderModule,
  byteLength: number,
  fill: (address: number) => boolean,
): Uint8Array | undefined {
  const address = draco._malloc(byteLength);
  try {
    return fill(address) ? draco.HEAPU8.slice(address, address + byteLength) : undefined;
  } finally {
    draco._free(address);
  }
}

/** An object of the decoder stands for a place in its memory; 0 is none. */
function pointerOf(object: object): number {
  return (object as { readonly ptr?: number }).ptr ?? 0;
}

function dracoType(draco: DecoderModule, componentType: number): number {
  switch (componentType) {
    case 5120:
      return draco.DT_INT8;
    case 5121:
      return draco.DT_UINT8;
    case 5122:
      return draco.DT_INT16;
    case 5123:
      return draco.DT_UINT16;
    case 5125:
      return draco.DT_UINT32;
    default:
      return draco.DT_FLOAT32;
  }
}
