/** Draco's own decoder, a WebAssembly module that whoever needs it brings, as a function. */
import type { VertexFormatName } from "./format/mesh.ts";
import { FpkgError } from "./fpkg_error.ts";

/** Numbers of an attribute, as Draco keeps them. */
export interface DracoAttribute {
  readonly type: "float32" | "uint16" | "int16" | "uint8";
  readonly components: number;
}

export interface DracoMesh {
  readonly vertexCount: number;
  readonly indices: Uint32Array;
  /** Of each attribute asked for, all vertices' numbers without gaps. */
  readonly attributes: readonly Uint8Array[];
}

/** Decodes a Draco mesh whose attributes have the unique ids 0, 1, ... Throws `FpkgError` for a damaged one. */
export type DecodeDraco = (bytes: Uint8Array, attributes: readonly DracoAttribute[]) => DracoMesh;

/** How each format is kept: quantised already, so that Draco loses nothing. */
export const dracoAttributes: Readonly<Record<VertexFormatName, DracoAttribute>> = {
  float32x2: { type: "float32", components: 2 },
  float32x3: { type: "float32", components: 3 },
  float32x4: { type: "float32", components: 4 },
  unorm16x2: { type: "uint16", components: 2 },
  unorm16x3: { type: "uint16", components: 3 },
  snorm16x3: { type: "int16", components: 3 },
  octahedral: { type: "int16", components: 2 },
  octahedralSigned: { type: "int16", components: 2 },
  unorm8x4: { type: "uint8", components: 4 },
  uint8x4: { type: "uint8", components: 4 },
  uint16x4: { type: "uint16", components: 4 },
};

export const dracoTypeSizes = { float32: 4, uint16: 2, int16: 2, uint8: 1 } as const;

/** What is used of the module of the package draco3d; objects are freed by `destroy`. */
export interface DracoModule {
  readonly HEAPU8: Uint8Array;
  readonly DT_FLOAT32: number;
  readonly DT_UINT16: number;
  readonly DT_INT16: number;
  readonly DT_UINT8: number;
  readonly Decoder: new () => DracoModuleDecoder;
  readonly Mesh: new () => DracoModuleMesh;
  readonly _malloc: (size: number) => number;
  readonly _free: (place: number) => void;
  readonly destroy: (object: object) => void;
}

interface DracoModuleDecoder {
  DecodeArrayToMesh(bytes: Int8Array, size: number, mesh: object): { ok(): boolean };
  GetAttributeByUniqueId(mesh: object, id: number): object;
  GetTrianglesUInt32Array(mesh: object, size: number, place: number): boolean;
  GetAttributeDataArrayForAllPoints(
    mesh: object,
    attribute: object,
    type: number,
    size: number,
    place: number,
  ): boolean;
}

interface DracoModuleMesh {
  num_points(): number;
  num_faces(): number;
}

/** The module as a function. */
export function dracoDecoder(module: DracoModule): DecodeDraco {
  return (bytes, attributes) => {
    const decoder = new module.Decoder();
    const mesh = new module.Mesh();
    try {
      const data = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
      if (!decoder.DecodeArrayToMesh(data, bytes.length, mesh).ok()) throw damaged();
      return readMesh(module, decoder, mesh, attributes);
    } catch (error) {
      // The module aborts where memory runs out.
      throw error instanceof FpkgError ? error : damaged();
    } finally {
      module.destroy(mesh);
      module.destroy(decoder);
    }
  };
}

function readMesh(
  module: DracoModule,
  decoder: DracoModuleDecoder,
  mesh: DracoModuleMesh,
  attributes: readonly DracoAttribute[],
): DracoMesh {
  const vertexCount = mesh.num_points();
  const types = {
    float32: module.DT_FLOAT32,
    uint16: module.DT_UINT16,
    int16: module.DT_INT16,
    uint8: module.DT_UINT8,
  };
  const indexBytes = copyOut(module, mesh.num_faces() * 12, (place, size) =>
    decoder.GetTrianglesUInt32Array(mesh, size, place),
  );
  return {
    vertexCount,
    indices: new Uint32Array(indexBytes.buffer),
    attributes: attributes.map(({ type, components }, id) =>
      copyOut(module, vertexCount * components * dracoTypeSizes[type], (place, size) => {
        const attribute = decoder.GetAttributeByUniqueId(mesh, id);
        return decoder.GetAttributeDataArrayForAllPoints(mesh, attribute, types[type], size, place);
      }),
    ),
  };
}

/** What `fill` writes to memory of the module. */
function copyOut(
  module: DracoModule,
  size: number,
  fill: (place: number, size: number) => boolean,
): Uint8Array<ArrayBuffer> {
  const place = module._malloc(size);
  try {
    if (!fill(place, size)) throw damaged();
    return module.HEAPU8.slice(place, place + size) as Uint8Array<ArrayBuffer>;
  } finally {
    module._free(place);
  }
}

function damaged(): FpkgError {
  return new FpkgError("FP1002", "A part is not what Draco writes");
}
