/** What reading uses of the decoder's module of the package draco3d, which has no types. */
/// <reference path="../mesh/draco3d.d.ts" />

export interface Attribute {
  num_components(): number;
}

export interface Geometry {
  num_points(): number;
  num_faces(): number;
}

export interface Status {
  ok(): boolean;
  error_msg(): string;
}

export interface Decoder {
  GetEncodedGeometryType(buffer: DecoderBuffer): number;
  DecodeBufferToMesh(buffer: DecoderBuffer, mesh: Geometry): Status;
  GetAttributeByUniqueId(mesh: Geometry, id: number): Attribute;
  GetAttributeDataArrayForAllPoints(
    mesh: Geometry,
    attribute: Attribute,
    type: number,
    byteLength: number,
    pointer: number,
  ): boolean;
  GetTrianglesUInt32Array(mesh: Geometry, byteLength: number, pointer: number): boolean;
}

export interface DecoderBuffer {
  Init(bytes: Int8Array, length: number): void;
}

export interface DecoderModule {
  readonly Decoder: new () => Decoder;
  readonly DecoderBuffer: new () => DecoderBuffer;
  readonly Mesh: new () => Geometry;
  readonly TRIANGULAR_MESH: number;
  readonly DT_INT8: number;
  readonly DT_UINT8: number;
  readonly DT_INT16: number;
  readonly DT_UINT16: number;
  readonly DT_UINT32: number;
  readonly DT_FLOAT32: number;
  readonly HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(pointer: number): void;
  destroy(object: object): void;
}

let loading: Promise<DecoderModule> | undefined;

/** The decoder, loaded once, when the first file needs it. */
export function loadDracoDecoder(): Promise<DecoderModule> {
  loading ??= import("draco3d").then(
    ({ default: draco3d }) => draco3d.createDecoderModule({}) as Promise<DecoderModule>,
  );
  return loading;
}
