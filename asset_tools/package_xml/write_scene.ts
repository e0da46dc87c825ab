/** A scene as an element. */
import { parameterElement, parameterTypes } from "./read_parameters.ts";
import { entityElement, sceneElement } from "./read_scene.ts";
import type { EntityDefinition, ParameterDefinition, SceneDefinition } from "./scene_definition.ts";
import { writeElement } from "./schema/write_element.ts";
import type { NewElement } from "./write_xml.ts";

/** As `readScene` reads it. */
export function writeScene(scene: SceneDefinition): NewElement {
  const { id, name, entities } = scene;
  return writeElement("scene", sceneElement, {
    id,
    ...(name !== id && { name }),
    elements: childrenOf(-1, entities),
  });
}

function childrenOf(parent: number, entities: readonly EntityDefinition[]): NewElement[] {
  return entities.flatMap((entity, row) =>
    entity.parent === parent ? [writeEntity(entity, childrenOf(row, entities))] : [],
  );
}

function writeEntity(entity: EntityDefinition, children: readonly NewElement[]): NewElement {
  const { id, name, codeBehind, mesh, material, visible, castShadows, camera, light } = entity;
  return writeElement("entity", entityElement, {
    id,
    ...(name !== id && { name }),
    codeBehind,
    transform: writeTransform(entity),
    components: {
      mesh: mesh === null ? null : { asset: mesh },
      material: material === null ? null : { asset: material },
      renderable: { visible, castShadows },
      camera: camera && { ...camera },
      light: light && { ...light },
    },
    params: { elements: entity.params.map(writeParameter) },
    elements: children,
  });
}

function writeTransform({ position, rotation, scale }: EntityDefinition) {
  const [x, y, z, w] = rotation;
  return { position: axes(position), rotation: { x, y, z, w }, scale: axes(scale) };
}

function axes([x, y, z]: readonly [number, number, number]) {
  return { x, y, z };
}

/** The type is always written: a text alone can look like another. */
function writeParameter({ name, type, value }: ParameterDefinition): NewElement {
  const content = parameterTypes[type].format(value);
  return writeElement(name, parameterElement, { type, content });
}
