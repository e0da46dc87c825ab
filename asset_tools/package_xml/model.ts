/**
 * A package as data. Nothing here has a position: a definition is also the canonical fragment that an asset's action
 * reads, and moving a line in package.xml must not change it. Problems found later are placed by element path.
 */
import type {
  BlendModeName,
  CullModeName,
  DepthTestName,
  LightKindName,
  ParameterTypeName,
} from "../fpkg/format.ts";

/** Storage asked for a texture; `auto` lets the platform's setting decide. */
export const textureFormats = [
  "auto",
  "rgba8",
  "bc1",
  "bc3",
  "bc4",
  "bc5",
  "bc7",
  "etc2",
  "astc4x4",
] as const;
export type TextureFormatChoice = (typeof textureFormats)[number];

/** What a texture's numbers mean: colors are sRGB, normals unit vectors, the rest linear. */
export const textureSemantics = ["color", "normal", "mask", "data"] as const;
export type TextureSemantic = (typeof textureSemantics)[number];

interface Defined {
  /** Package id. */
  readonly package: string;
  /** Id inside the package. */
  readonly id: string;
}

export interface TextureDefinition extends Defined {
  readonly kind: "texture";
  /** Path below the package's folder. */
  readonly source: string;
  readonly format: TextureFormatChoice;
  readonly semantic: TextureSemantic;
  readonly mipmaps: boolean;
}

export interface MeshDefinition extends Defined {
  readonly kind: "mesh";
  readonly source: string;
  readonly optimize: boolean;
  readonly generateTangents: boolean;
}

export interface ShaderDefinition extends Defined {
  readonly kind: "shader";
  readonly source: string;
}

/** A property's value; which of them fits is known when the shader is. */
export type PropertyValue =
  | { readonly kind: "numbers"; readonly values: readonly number[] }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "texture"; readonly texture: string };

export interface MaterialProperty {
  readonly name: string;
  readonly value: PropertyValue;
}

export interface MaterialDefinition extends Defined {
  readonly kind: "material";
  /** Qualified name. */
  readonly shader: string;
  readonly properties: readonly MaterialProperty[];
  readonly cull: CullModeName;
  readonly blend: BlendModeName;
  readonly depthTest: DepthTestName;
  readonly depthWrite: boolean;
}

export type AssetDefinition =
  | TextureDefinition
  | MeshDefinition
  | ShaderDefinition
  | MaterialDefinition;

export interface CameraDefinition {
  readonly fovDegrees: number;
  readonly near: number;
  readonly far: number;
  readonly active: boolean;
}

export interface LightDefinition {
  readonly kind: LightKindName;
  readonly color: readonly [number, number, number];
  readonly intensity: number;
  readonly range: number;
}

export interface ParameterDefinition {
  readonly name: string;
  readonly type: ParameterTypeName;
  readonly value: boolean | number | string | readonly number[];
}

/** An entity; parents come before their children. */
export interface EntityDefinition {
  readonly id: string;
  readonly name: string;
  /** Row of the parent in the scene's entities, -1 for none. */
  readonly parent: number;
  readonly codeBehind: string | null;
  readonly position: readonly [number, number, number];
  readonly rotation: readonly [number, number, number, number];
  readonly scale: readonly [number, number, number];
  readonly mesh: string | null;
  readonly material: string | null;
  readonly visible: boolean;
  readonly castShadows: boolean;
  readonly camera: CameraDefinition | null;
  readonly light: LightDefinition | null;
  readonly params: readonly ParameterDefinition[];
}

export interface SceneDefinition extends Defined {
  readonly kind: "scene";
  readonly name: string;
  readonly entities: readonly EntityDefinition[];
}

export type Definition = AssetDefinition | SceneDefinition;
export type DefinitionKind = Definition["kind"];

export interface PackageDependency {
  readonly id: string;
  readonly version: string;
}

export interface PackageModel {
  readonly id: string;
  readonly version: string;
  readonly dependencies: readonly PackageDependency[];
  readonly definitions: readonly Definition[];
}

/** What other packages may know of a package: it changes only when an id or a dependency does. */
export interface PackageIndex {
  readonly id: string;
  readonly version: string;
  readonly dependencies: readonly PackageDependency[];
  readonly ids: readonly { readonly id: string; readonly kind: DefinitionKind }[];
}

/** The index of a package. */
export function indexOf(model: PackageModel): PackageIndex {
  const { id, version, dependencies, definitions } = model;
  return { id, version, dependencies, ids: definitions.map(({ id, kind }) => ({ id, kind })) };
}

/** `package.Name` of a definition. */
export function qualifiedName(definition: Defined): string {
  return `${definition.package}.${definition.id}`;
}
