/** What this folder uses of two packages that have no types. */

declare module "gltf-validator" {
  export interface Issue {
    readonly code: string;
    readonly message: string;
    /** 0 error, 1 warning, 2 information, 3 hint. */
    readonly severity: 0 | 1 | 2 | 3;
    /** Into the JSON, unless it is about the bytes of a GLB. */
    readonly pointer?: string;
    readonly offset?: number;
  }

  export interface Options {
    readonly format: "glb" | "gltf";
    readonly writeTimestamp: boolean;
    readonly maxIssues: number;
    readonly ignoredIssues: string[];
    readonly severityOverrides: Readonly<Record<string, 0 | 1 | 2 | 3>>;
    readonly externalResourceFunction: (uri: string) => Promise<Uint8Array>;
  }

  const validator: {
    validateBytes(
      data: Uint8Array,
      options: Options,
    ): Promise<{ readonly issues: { readonly messages: readonly Issue[] } }>;
  };
  export default validator;
}

declare module "draco3d" {
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

  const draco3d: { createDecoderModule(): Promise<DecoderModule> };
  export default draco3d;
}
