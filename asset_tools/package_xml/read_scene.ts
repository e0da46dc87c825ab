/** Definitions below `<scenes>` and `<prefabs>`. */
import type { ElementReader } from "./element_reader.ts";
import { entityElement, partElements, readEntities, readEntityParts } from "./read_entity.ts";
import type { PrefabDefinition, SceneDefinition } from "./scene_definition.ts";
import { element, list, needed, optional } from "./schema/element_schema.ts";
import { definitionId } from "./schema/name_types.ts";
import { text } from "./schema/value_type.ts";
import type { XmlElement } from "./xml_element.ts";

export const sceneElement = element({
  doc: "Entities that are loaded together.",
  attributes: {
    id: needed(definitionId, "its name"),
    name: optional(text, null, "its name for people", "the id"),
  },
  children: { entity: list(() => entityElement) },
});

export const prefabElement = element({
  doc: "An entity with all below it, for scenes and other prefabs to have instances of.",
  attributes: { ...entityElement.attributes, id: needed(definitionId, "its name") },
  children: partElements,
});

/** Reads one `<scene>`. */
export function readScene(xml: XmlElement, reader: ElementReader): SceneDefinition {
  const { id, name, elements } = reader.read(xml, sceneElement);
  const entities = readEntities(elements, reader);
  return {
    kind: "scene",
    package: reader.packageId,
    id,
    name: name ?? id,
    assets: {},
    entities,
  };
}

/** Reads one `<prefab>`. */
export function readPrefab(xml: XmlElement, reader: ElementReader): PrefabDefinition {
  const reading = reader.read(xml, prefabElement);
  const root = { id: "", ...readEntityParts(xml, reading, reader) };
  return { kind: "prefab", package: reader.packageId, id: reading.id, assets: {}, root };
}
