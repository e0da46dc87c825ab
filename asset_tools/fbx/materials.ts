/** Materials: Phong and Lambert, and the metal and roughness of newer exporters' properties. */
import type { MaterialFactor, ModelMaterial, TextureUse } from "../model/material.ts";
import { ImageList } from "./images.ts";
import type { FbxObject, ObjectGraph } from "./object_graph.ts";
import type { FbxProperties, Vector } from "./properties.ts";

/** Slot by the property that a texture is connected to. */
const PHONG_SLOTS: Readonly<Record<string, string>> = {
  DiffuseColor: "diffuse",
  DiffuseFactor: "diffuse",
  SpecularColor: "specular",
  SpecularFactor: "specular",
  EmissiveColor: "emissive",
  EmissiveFactor: "emissive",
  AmbientColor: "ambient",
  NormalMap: "normal",
  Bump: "bump",
  BumpFactor: "bump",
  ShininessExponent: "shininess",
  TransparentColor: "opacity",
  TransparencyFactor: "opacity",
  ReflectionColor: "reflection",
  DisplacementColor: "displacement",
};

/** Slot by the last part of properties such as `Maya|base_color` and `3dsMax|Parameters|base_color_map`. */
const PHYSICAL_SLOTS: Readonly<Record<string, string>> = {
  basecolor: "baseColor",
  color: "baseColor",
  metalness: "metallic",
  metallic: "metallic",
  roughness: "roughness",
  specularroughness: "roughness",
  emissive: "emissive",
  emission: "emissive",
  emissioncolor: "emissive",
  emitcolor: "emissive",
  normal: "normal",
  normalcamera: "normal",
  bump: "normal",
  ao: "occlusion",
};

/** Reads materials as they are asked for. */
export class MaterialList {
  readonly materials: ModelMaterial[] = [];
  readonly images: ImageList;
  readonly #graph: ObjectGraph;
  readonly #uvSets: ReadonlyMap<string, number>;
  readonly #known = new Map<string, number>();

  /** `uvSets` numbers the uv sets of the meshes by name. */
  constructor(graph: ObjectGraph, uvSets: ReadonlyMap<string, number>) {
    this.#graph = graph;
    this.#uvSets = uvSets;
    this.images = new ImageList(graph);
  }

  /**
   * Index of a material. `loose` are textures connected to the model instead, as files before 7000 may have it; they
   * are its color.
   */
  add(material: FbxObject, loose: readonly FbxObject[]): number {
    const key = [material, ...loose].map(({ id }) => String(id)).join("\n");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const index = this.materials.push(this.#read(material, loose)) - 1;
    this.#known.set(key, index);
    return index;
  }

  #read(material: FbxObject, loose: readonly FbxObject[]): ModelMaterial {
    const { properties, name } = material;
    const physical = physicalProperties(properties);
    const isPhysical = physical.has("baseColor");
    const used = new Map<string, TextureUse>();
    for (const [property, texture] of this.#textures(material)) {
      const slot = slotOf(property, isPhysical);
      if (slot !== undefined && !used.has(slot)) used.set(slot, this.#use(texture, slot));
    }
    const [color] = loose;
    if (color && used.size === 0) used.set("diffuse", this.#use(color, "diffuse"));
    const factors = isPhysical ? physicalFactors(physical) : phongFactors(properties);
    const opacity = factors.find((factor) => factor.name === "opacity")?.values[0] ?? 1;
    return {
      name,
      shading: isPhysical ? "metallicRoughness" : "phong",
      alpha: opacity < 1 || used.has("opacity") ? "blend" : "opaque",
      alphaCutoff: 0.5,
      doubleSided: false,
      factors,
      textures: [...used.values()],
    };
  }

  /** Properties and their textures; of layered textures the lowest layer. */
  #textures(material: FbxObject): [property: string, texture: FbxObject][] {
    return this.#graph.below(material).flatMap(({ object, property }) => {
      if (object.kind === "Texture") return [[property, object] as [string, FbxObject]];
      const [layer] = object.kind === "LayeredTexture" ? this.#graph.below(object, "Texture") : [];
      return layer ? [[property, layer.object] as [string, FbxObject]] : [];
    });
  }

  #use(texture: FbxObject, slot: string): TextureUse {
    const { properties } = texture;
    const wrap = (name: string) => (properties.number(name, 0) === 1 ? "clamp" : "repeat");
    const [offsetU, offsetV] = properties.vector("Translation", [0, 0, 0]);
    const [scaleU, scaleV] = properties.vector("Scaling", [1, 1, 1]);
    const isMoved = offsetU !== 0 || offsetV !== 0 || scaleU !== 1 || scaleV !== 1;
    return {
      slot,
      image: this.images.add(texture),
      uvSet: this.#uvSets.get(properties.text("UVSet")) ?? 0,
      wrap: [wrap("WrapModeU"), wrap("WrapModeV")],
      filter: "linear",
      // v of the file points up, that of the model down.
      ...(isMoved && {
        transform: {
          offset: [offsetU, 1 - scaleV - offsetV] as const,
          rotation: 0,
          scale: [scaleU, scaleV] as const,
        },
      }),
    };
  }
}

function slotOf(property: string, isPhysical: boolean): string | undefined {
  return (isPhysical ? PHYSICAL_SLOTS[plainName(property)] : undefined) ?? PHONG_SLOTS[property];
}

/** `3dsMax|Parameters|base_color_map` is `basecolor`. */
function plainName(property: string): string {
  const last = property.slice(property.lastIndexOf("|") + 1).toLowerCase();
  return last.replaceAll("_", "").replace(/^tex|map$/g, "");
}

/** First value of each slot that properties with a `|` give. */
function physicalProperties(properties: FbxProperties): Map<string, readonly number[]> {
  const slots = new Map<string, readonly number[]>();
  for (const name of properties.names().filter((text) => text.includes("|"))) {
    const slot = PHYSICAL_SLOTS[plainName(name)];
    const values = (properties.values(name) ?? []).filter(isFiniteNumber);
    if (slot !== undefined && !slots.has(slot) && values.length > 0) slots.set(slot, values);
  }
  return slots;
}

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

function physicalFactors(slots: ReadonlyMap<string, readonly number[]>): MaterialFactor[] {
  const color = (name: string, alpha: readonly number[]): MaterialFactor[] => {
    const values = slots.get(name);
    return values && values.length >= 3
      ? [{ name, values: [...values.slice(0, 3), ...alpha] }]
      : [];
  };
  const single = (name: string): MaterialFactor[] => {
    const [value] = slots.get(name) ?? [];
    return value === undefined ? [] : [{ name, values: [value] }];
  };
  return [
    ...color("baseColor", [1]),
    ...color("emissive", []),
    ...single("metallic"),
    ...single("roughness"),
  ];
}

function phongFactors(properties: FbxProperties): MaterialFactor[] {
  const scaled = (color: string, factor: string, otherwise: Vector): number[] =>
    properties.vector(color, otherwise).map((value) => value * properties.number(factor, 1));
  return [
    { name: "diffuse", values: scaled("DiffuseColor", "DiffuseFactor", [0.8, 0.8, 0.8]) },
    { name: "specular", values: scaled("SpecularColor", "SpecularFactor", [0, 0, 0]) },
    { name: "emissive", values: scaled("EmissiveColor", "EmissiveFactor", [0, 0, 0]) },
    {
      name: "shininess",
      values: [properties.number("ShininessExponent", properties.number("Shininess", 20))],
    },
    { name: "opacity", values: [opacityOf(properties)] },
  ];
}

/** `Opacity` if given; else what the transparent color and its factor leave. Blender and Maya write both. */
function opacityOf(properties: FbxProperties): number {
  const stated = properties.number("Opacity", Number.NaN);
  if (stated >= 0 && stated <= 1) return stated;
  if (!properties.has("TransparencyFactor")) return 1;
  const [red, green, blue] = properties.vector("TransparentColor", [1, 1, 1]);
  const through = properties.number("TransparencyFactor", 0) * ((red + green + blue) / 3);
  return through >= 0 && through <= 1 ? 1 - through : 1;
}
