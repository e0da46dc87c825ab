/** `<entity>`, `<prefab>` and `<override>`: what is said of one entity. */
import type { ElementReader } from "./element_reader.ts";
import { componentsElement, readComponents } from "./read_components.ts";
import { paramsElement, readParameters } from "./read_parameters.ts";
import { readTransform, transformElement } from "./read_transform.ts";
import type { EntityDefinition, EntityParts, OverrideDefinition } from "./scene_definition.ts";
import {
  type ElementSchema,
  element,
  group,
  list,
  needed,
  optional,
  type Reading,
} from "./schema/element_schema.ts";
import { classPath, entityId, entityPath, reference } from "./schema/name_types.ts";
import { text, type Value } from "./schema/value_type.ts";
import type { XmlElement } from "./xml_element.ts";

const partAttributes = {
  name: optional(text, null, "its name for people", "the id"),
  codeBehind: optional(
    classPath,
    null,
    "class of its behaviour, which must exist, or the id of one in `<behaviors>`",
  ),
};

const ownElements = {
  transform: group(transformElement),
  components: group(componentsElement),
  params: group(paramsElement),
  entity: list((): ElementSchema => entityElement),
};

export const overrideElement = element({
  doc: "Says something else of an entity inside the prefab, or adds entities below it.",
  attributes: { path: needed(entityPath, "ids from the instance down"), ...partAttributes },
  children: ownElements,
});

export const removeElement = element({
  doc: "Does without an entity of the prefab, and those below it.",
  attributes: { path: needed(entityPath, "ids from the instance down") },
});

export const partElements = {
  ...ownElements,
  override: list(() => overrideElement),
  remove: list(() => removeElement),
};

export const entityElement = element({
  doc: "A thing in a scene; entities inside it move with it.",
  attributes: {
    id: needed(entityId, "its id, once among those beside it"),
    prefab: optional(reference("prefab"), null, "makes it an instance of the prefab", "none"),
    ...partAttributes,
  },
  children: partElements,
});

type EntityReading = Omit<Reading<typeof entityElement>, "id">;
type PartsReading = Omit<Reading<typeof overrideElement>, "path" | "override" | "remove">;

/** Reads `<entity>` elements that stand beside one another. */
export function readEntities(
  elements: readonly XmlElement[],
  reader: ElementReader,
): EntityDefinition[] {
  const used = new Map<string, Value>();
  return elements.map((xml) => {
    const reading = reader.read(xml, entityElement);
    checkOnce(xml, "id", used, reader);
    return { id: reading.id, ...readEntityParts(xml, reading, reader) };
  });
}

/** Everything of an entity but its id. */
export function readEntityParts(
  xml: XmlElement,
  reading: EntityReading,
  reader: ElementReader,
): Omit<EntityDefinition, "id"> {
  const { prefab, elements } = reading;
  const parts = readParts(xml, reading, reader);
  const changes = elements.filter(({ name }) => name !== "entity");
  if (prefab === null) {
    for (const { name, nameSpan } of changes) {
      const hint = 'Name the prefab: `prefab="..."`';
      reader.report("PK5003", nameSpan, { name, element: xml.name }, hint);
    }
    return parts;
  }
  const overrides = readOverrides(changes, reader);
  const removed = changes
    .filter(({ name }) => name === "remove")
    .map((change) => reader.read(change, removeElement).path);
  return {
    prefab,
    ...parts,
    ...(overrides.length > 0 && { overrides }),
    ...(removed.length > 0 && { removed }),
  };
}

function readOverrides(
  elements: readonly XmlElement[],
  reader: ElementReader,
): OverrideDefinition[] {
  const used = new Map<string, Value>();
  return elements
    .filter(({ name }) => name === "override")
    .map((xml) => {
      const reading = reader.read(xml, overrideElement);
      checkOnce(xml, "path", used, reader);
      return { path: reading.path, ...readParts(xml, reading, reader) };
    });
}

function readParts(xml: XmlElement, reading: PartsReading, reader: ElementReader): EntityParts {
  const { name, codeBehind, transform, params, elements } = reading;
  const values = readParameters(params.elements, reader);
  const children = elements.filter((child) => child.name === "entity");
  return {
    ...(name !== null && { name }),
    ...(codeBehind !== null && { codeBehind }),
    ...readTransform(xml, transform, reader),
    ...readComponents(xml, reader),
    ...(params.elements.length > 0 && { params: values }),
    ...(children.length > 0 && { children: readEntities(children, reader) }),
  };
}

/** Reports an id or path that an element before has. */
function checkOnce(
  xml: XmlElement,
  attribute: string,
  used: Map<string, Value>,
  reader: ElementReader,
): void {
  const value = reader.value(xml, attribute);
  if (value === undefined) return;
  const other = used.get(value.text);
  if (other === undefined) used.set(value.text, value);
  else reader.reportAgain("PK2009", value.span, { id: value.text }, other.span);
}
