/** Definitions below `<scenes>`. */
import type { ElementReader } from "./element_reader.ts";
import { componentsElement, readComponents } from "./read_components.ts";
import { paramsElement, readParameters } from "./read_parameters.ts";
import { readTransform, transformElement } from "./read_transform.ts";
import type { EntityDefinition, SceneDefinition } from "./scene_definition.ts";
import {
  type ElementSchema,
  element,
  group,
  list,
  needed,
  optional,
} from "./schema/element_schema.ts";
import { classPath, definitionId, entityId } from "./schema/name_types.ts";
import { text, type Value } from "./schema/value_type.ts";
import type { XmlElement } from "./xml_element.ts";

export const entityElement = element({
  doc: "A thing in a scene; entities inside it move with it.",
  attributes: {
    id: needed(entityId, "its id, once in the scene"),
    name: optional(text, null, "its name for people", "the id"),
    codeBehind: optional(classPath, null, "class of its behaviour, which must exist"),
  },
  children: {
    transform: group(transformElement),
    components: group(componentsElement),
    params: group(paramsElement),
    entity: list((): ElementSchema => entityElement),
  },
});

export const sceneElement = element({
  doc: "Entities that are loaded together.",
  attributes: {
    id: needed(definitionId, "its name"),
    name: optional(text, null, "its name for people", "the id"),
  },
  children: { entity: list(() => entityElement) },
});

/** Reads one `<scene>`. */
export function readScene(xml: XmlElement, reader: ElementReader): SceneDefinition {
  const { id, name, elements } = reader.read(xml, sceneElement);
  const entities: EntityDefinition[] = [];
  const used = new Map<string, Value>();
  for (const child of elements) readEntity(child, -1, entities, used, reader);
  return { kind: "scene", package: reader.packageId, id, name: name ?? id, entities };
}

function readEntity(
  xml: XmlElement,
  parent: number,
  entities: EntityDefinition[],
  used: Map<string, Value>,
  reader: ElementReader,
): void {
  const { id, name, codeBehind, transform, components, params, elements } = reader.read(
    xml,
    entityElement,
  );
  checkEntityId(xml, used, reader);
  const row = entities.length;
  entities.push({
    id,
    name: name ?? id,
    parent,
    codeBehind,
    ...readTransform(xml, transform, reader),
    ...readComponents(components),
    params: readParameters(params.elements, reader),
  });
  for (const child of elements) readEntity(child, row, entities, used, reader);
}

function checkEntityId(xml: XmlElement, used: Map<string, Value>, reader: ElementReader): void {
  const id = reader.value(xml, "id");
  if (id === undefined) return;
  const other = used.get(id.text);
  if (other === undefined) used.set(id.text, id);
  else reader.reportAgain("PK2009", id.span, { id: id.text }, other.span);
}
