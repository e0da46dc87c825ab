/** Scenes and prefabs as elements. */
import { overrideElement, removeElement } from "./read_entity.ts";
import { paramsElement } from "./read_parameters.ts";
import { prefabElement, sceneElement } from "./read_scene.ts";
import { transformElement } from "./read_transform.ts";
import type {
  EntityDefinition,
  EntityParts,
  OverrideDefinition,
  PartialTriple,
  PrefabDefinition,
  SceneDefinition,
  Texts,
} from "./scene_definition.ts";
import { writeElement } from "./schema/write_element.ts";
import { type NewElement, newElement } from "./write_xml.ts";

/** As `readScene` reads it. */
export function writeScene(scene: SceneDefinition): NewElement {
  const { id, name, entities } = scene;
  return writeElement("scene", sceneElement, {
    id,
    ...(name !== id && { name }),
    elements: entities.map((entity) => writeEntity("entity", entity)),
  });
}

/** As `readPrefab` reads it. */
export function writePrefab({ id, root }: PrefabDefinition): NewElement {
  return writeEntity("prefab", { ...root, id });
}

function writeEntity(name: "entity" | "prefab", entity: EntityDefinition): NewElement {
  const { id, prefab, overrides = [], removed = [] } = entity;
  // Both elements have the same schema but for the form of their ids.
  return writeElement(name, prefabElement, {
    id,
    ...(prefab !== undefined && { prefab }),
    ...attributesOf(entity),
    elements: [
      ...partsOf(entity),
      ...overrides.map(writeOverride),
      ...removed.map((path) => writeElement("remove", removeElement, { path })),
    ],
  });
}

function writeOverride(override: OverrideDefinition): NewElement {
  return writeElement("override", overrideElement, {
    path: override.path,
    ...attributesOf(override),
    elements: partsOf(override),
  });
}

function attributesOf({ name, codeBehind }: EntityParts) {
  return { ...(name !== undefined && { name }), ...(codeBehind !== undefined && { codeBehind }) };
}

function partsOf(parts: EntityParts): NewElement[] {
  const { components = {}, removedComponents = [], params, children = [] } = parts;
  const inComponents = [
    ...Object.entries(components).map(([name, texts]) => newElement(name, texts)),
    ...removedComponents.map((component) => newElement("remove", { component })),
  ];
  return [
    ...writeTransform(parts),
    ...(inComponents.length > 0 ? [newElement("components", {}, ...inComponents)] : []),
    ...(params ? [writeParameters(params)] : []),
    ...children.map((child) => writeEntity("entity", child)),
  ];
}

function writeTransform({ position, rotation, scale }: EntityParts): NewElement[] {
  if (position === undefined && rotation === undefined && scale === undefined) return [];
  const [x = 0, y = 0, z = 0, w = 1] = rotation ?? [];
  const transform = writeElement("transform", transformElement, {
    ...(position && { position: axes(position) }),
    ...(rotation && { rotation: { x, y, z, w } }),
    ...(scale && { scale: axes(scale) }),
  });
  return [transform];
}

function axes([x, y, z]: PartialTriple) {
  return { x, y, z };
}

function writeParameters(params: Texts): NewElement {
  const elements = Object.entries(params).map(([name, text]) =>
    newElement(name, {}, ...(text === "" ? [] : [text])),
  );
  return writeElement("params", paramsElement, { elements });
}
