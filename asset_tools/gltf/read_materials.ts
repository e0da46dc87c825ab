/** Materials and images of a glTF file, with whatever material extensions it has. */
import type {
  MaterialFactor,
  ModelImage,
  ModelMaterial,
  TextureUse,
  UvTransform,
  WrapMode,
} from "../model/material.ts";
import { decodeDataUri, decodePath } from "./buffers.ts";
import type { GltfJson, GltfMaterial, GltfTextureInfo, GltfTextureTransform } from "./gltf_json.ts";
import type { ReadContext } from "./read_context.ts";

const PREFIX = "KHR_materials_";
const UNLIT = "KHR_materials_unlit";
const NEAREST = 9728;

/** Wrap modes as OpenGL numbers them. */
const WRAPS: Readonly<Record<number, WrapMode>> = {
  33071: "clamp",
  33648: "mirror",
  10497: "repeat",
};

export function readImages({ json, views }: ReadContext): ModelImage[] {
  return (json.images ?? []).map(({ name = "", uri, bufferView }): ModelImage => {
    if (bufferView !== undefined)
      return { name, path: "", bytes: new Uint8Array(views.bytes(bufferView)) };
    const bytes = decodeDataUri(uri ?? "");
    return bytes === undefined ? { name, path: decodePath(uri ?? "") } : { name, path: "", bytes };
  });
}

export function readMaterials({ json }: ReadContext): ModelMaterial[] {
  return (json.materials ?? []).map((material): ModelMaterial => {
    const { name = "", alphaMode = "OPAQUE", alphaCutoff = 0.5, doubleSided = false } = material;
    const extensions = Object.entries(material.extensions ?? {}).filter(
      ([extension, value]) => extension.startsWith(PREFIX) && isObject(value),
    );
    return {
      name,
      shading: material.extensions?.[UNLIT] === undefined ? "metallicRoughness" : "unlit",
      alpha: alphaMode.toLowerCase() as ModelMaterial["alpha"],
      alphaCutoff,
      doubleSided,
      factors: [
        ...coreFactors(material),
        ...extensions.flatMap(([extension, value]) => listFactors(value, prefixOf(extension))),
      ],
      textures: [
        ...listTextures(json, material.pbrMetallicRoughness ?? {}, ""),
        ...listTextures(json, { ...material }, ""),
        ...extensions.flatMap(([extension, value]) =>
          listTextures(json, value, prefixOf(extension)),
        ),
      ],
    };
  });
}

/** `KHR_materials_emissive_strength` is `emissiveStrength.`. */
function prefixOf(extension: string): string {
  const words = extension.slice(PREFIX.length);
  return `${words.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}.`;
}

/** The core's numbers, with its defaults. */
function coreFactors(material: GltfMaterial): MaterialFactor[] {
  const {
    pbrMetallicRoughness: pbr = {},
    emissiveFactor,
    normalTexture,
    occlusionTexture,
  } = material;
  const numbers = (value: unknown, otherwise: readonly number[]): readonly number[] =>
    numbersOf(value) ?? otherwise;
  return [
    { name: "baseColor", values: numbers(pbr["baseColorFactor"], [1, 1, 1, 1]) },
    { name: "metallic", values: numbers(pbr["metallicFactor"], [1]) },
    { name: "roughness", values: numbers(pbr["roughnessFactor"], [1]) },
    { name: "emissive", values: emissiveFactor ?? [0, 0, 0] },
    { name: "normalScale", values: [normalTexture?.scale ?? 1] },
    { name: "occlusionStrength", values: [occlusionTexture?.strength ?? 1] },
  ];
}

/** Numbers of an extension's object by their names, without `Factor`. */
function listFactors(object: object, prefix: string): MaterialFactor[] {
  return Object.entries(object).flatMap(([name, value]: [string, unknown]) => {
    const values = numbersOf(value);
    return values ? [{ name: prefix + name.replace(/Factor$/, ""), values }] : [];
  });
}

/** Textures of an object by the names of their slots, without `Texture`. */
function listTextures(json: GltfJson, object: object, prefix: string): TextureUse[] {
  return Object.entries(object).flatMap(([name, value]: [string, unknown]) =>
    name.endsWith("Texture") && isObject(value)
      ? (textureUse(json, prefix + name.replace(/Texture$/, ""), value as GltfTextureInfo) ?? [])
      : [],
  );
}

function textureUse(json: GltfJson, slot: string, info: GltfTextureInfo): TextureUse | undefined {
  const texture = json.textures?.[info.index];
  // An extension's picture, such as KTX2 or WebP, goes before the one for readers that do not know it.
  const sources = Object.values(texture?.extensions ?? {}).map(({ source }) => source);
  const image = sources.find((source) => source !== undefined) ?? texture?.source;
  if (image === undefined || json.images?.[image] === undefined) return undefined;
  const { magFilter, wrapS = 10497, wrapT = 10497 } = json.samplers?.[texture?.sampler ?? -1] ?? {};
  const transform = info.extensions?.KHR_texture_transform;
  return {
    slot,
    image,
    uvSet: transform?.texCoord ?? info.texCoord ?? 0,
    wrap: [WRAPS[wrapS] ?? "repeat", WRAPS[wrapT] ?? "repeat"],
    filter: magFilter === NEAREST ? "nearest" : "linear",
    ...(transform && { transform: uvTransform(transform) }),
  };
}

function uvTransform({ offset, rotation, scale }: GltfTextureTransform): UvTransform {
  return { offset: offset ?? [0, 0], rotation: rotation ?? 0, scale: scale ?? [1, 1] };
}

function numbersOf(value: unknown): readonly number[] | undefined {
  if (typeof value === "number") return [value];
  const isList = Array.isArray(value) && value.every((item) => typeof item === "number");
  return isList ? (value as number[]) : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
