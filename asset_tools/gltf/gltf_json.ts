/** What is read of a glTF 2.0 document, as its JSON schema names it. The validator has seen it before anything here. */

export interface GltfJson {
  readonly scene?: number;
  readonly scenes?: readonly { readonly nodes?: readonly number[] }[];
  readonly nodes?: readonly GltfNode[];
  readonly meshes?: readonly GltfMesh[];
  readonly skins?: readonly GltfSkin[];
  readonly animations?: readonly GltfAnimation[];
  readonly materials?: readonly GltfMaterial[];
  readonly textures?: readonly GltfTexture[];
  readonly samplers?: readonly GltfTextureSampler[];
  readonly images?: readonly GltfImage[];
  readonly accessors?: readonly GltfAccessor[];
  readonly bufferViews?: readonly GltfBufferView[];
  readonly buffers?: readonly GltfBuffer[];
  readonly extensionsUsed?: readonly string[];
  readonly extensionsRequired?: readonly string[];
}

export type Extensions = Readonly<Record<string, unknown>>;

export interface GltfNode {
  readonly name?: string;
  readonly children?: readonly number[];
  readonly matrix?: readonly number[];
  readonly translation?: readonly [number, number, number];
  readonly rotation?: readonly [number, number, number, number];
  readonly scale?: readonly [number, number, number];
  readonly mesh?: number;
  readonly skin?: number;
  readonly weights?: readonly number[];
  readonly extensions?: {
    readonly EXT_mesh_gpu_instancing?: { readonly attributes?: unknown };
    readonly KHR_node_visibility?: { readonly visible?: boolean };
  };
}

/** Attribute names to accessors. */
export type GltfAttributes = Readonly<Record<string, number>>;

export interface GltfMesh {
  readonly name?: string;
  readonly primitives: readonly GltfPrimitive[];
  readonly weights?: readonly number[];
  readonly extras?: { readonly targetNames?: unknown };
}

export interface GltfPrimitive {
  readonly attributes: GltfAttributes;
  readonly indices?: number;
  readonly material?: number;
  readonly mode?: number;
  readonly targets?: readonly GltfAttributes[];
  readonly extensions?: { readonly KHR_draco_mesh_compression?: GltfDraco };
}

export interface GltfDraco {
  readonly bufferView: number;
  /** Attribute names to ids inside the compressed data. */
  readonly attributes: GltfAttributes;
}

export interface GltfSkin {
  readonly name?: string;
  readonly joints: readonly number[];
  readonly inverseBindMatrices?: number;
}

export interface GltfAnimation {
  readonly name?: string;
  readonly channels: readonly {
    readonly sampler: number;
    readonly target: { readonly node?: number; readonly path: string };
  }[];
  readonly samplers: readonly {
    readonly input: number;
    readonly output: number;
    readonly interpolation?: "STEP" | "LINEAR" | "CUBICSPLINE";
  }[];
}

export interface GltfMaterial {
  readonly name?: string;
  readonly pbrMetallicRoughness?: Readonly<Record<string, unknown>>;
  readonly alphaMode?: "OPAQUE" | "MASK" | "BLEND";
  readonly alphaCutoff?: number;
  readonly doubleSided?: boolean;
  readonly emissiveFactor?: readonly number[];
  readonly normalTexture?: GltfTextureInfo;
  readonly occlusionTexture?: GltfTextureInfo;
  readonly emissiveTexture?: GltfTextureInfo;
  readonly extensions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface GltfTextureInfo {
  readonly index: number;
  readonly texCoord?: number;
  readonly scale?: number;
  readonly strength?: number;
  readonly extensions?: { readonly KHR_texture_transform?: GltfTextureTransform };
}

export interface GltfTextureTransform {
  readonly offset?: readonly [number, number];
  readonly rotation?: number;
  readonly scale?: readonly [number, number];
  readonly texCoord?: number;
}

export interface GltfTexture {
  readonly sampler?: number;
  readonly source?: number;
  readonly extensions?: Readonly<Record<string, { readonly source?: number }>>;
}

export interface GltfTextureSampler {
  readonly magFilter?: number;
  readonly wrapS?: number;
  readonly wrapT?: number;
}

export interface GltfImage {
  readonly name?: string;
  readonly uri?: string;
  readonly bufferView?: number;
}

export interface GltfAccessor {
  readonly bufferView?: number;
  readonly byteOffset?: number;
  readonly componentType: number;
  readonly normalized?: boolean;
  readonly count: number;
  readonly type: string;
  readonly sparse?: {
    readonly count: number;
    readonly indices: GltfSparsePart & { readonly componentType: number };
    readonly values: GltfSparsePart;
  };
}

export interface GltfSparsePart {
  readonly bufferView: number;
  readonly byteOffset?: number;
}

export interface GltfBufferView {
  readonly buffer: number;
  readonly byteOffset?: number;
  readonly byteLength: number;
  readonly byteStride?: number;
  readonly extensions?: {
    readonly EXT_meshopt_compression?: GltfMeshopt;
    readonly KHR_meshopt_compression?: GltfMeshopt;
  };
}

export interface GltfMeshopt {
  readonly buffer: number;
  readonly byteOffset?: number;
  readonly byteLength: number;
  readonly byteStride: number;
  readonly count: number;
  readonly mode: string;
  readonly filter?: string;
}

export interface GltfBuffer {
  readonly uri?: string;
  readonly byteLength: number;
}
