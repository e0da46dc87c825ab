/** What makes no sense in a scene although every part does. */
import { type Diagnostic, elementDiagnostic } from "../document/diagnostic.ts";
import type { ClassType } from "../fpkg/scene_data.ts";
import type { ExpandedEntity } from "./expand.ts";
import { elementOf } from "./origin.ts";

/** Cameras that draw over one another, and entities that are half drawn. */
export function checkScene(
  scene: string,
  entities: readonly ExpandedEntity[],
  classes: readonly ClassType[],
  file: string,
): Diagnostic[] {
  const halfDrawn = entities.filter(isHalfDrawn).map((entity) => reportHalfDrawn(entity, file));
  return [...secondCamera(scene, entities, classes, file), ...halfDrawn];
}

function secondCamera(
  scene: string,
  entities: readonly ExpandedEntity[],
  classes: readonly ClassType[],
  file: string,
): Diagnostic[] {
  const camera = classes.findIndex(({ name }) => name === "camera");
  if (camera < 0) return [];
  const field = classes[camera]?.fields.findIndex(({ name }) => name === "active") ?? -1;
  const active = entities.filter(({ parts }) =>
    parts.some((part) => part.class === camera && part.values[field] === true),
  );
  const second = active[1];
  if (second === undefined) return [];
  const element = elementOf(second.origin, "components", "camera");
  return [elementDiagnostic("PK3008", file, element, { scene, count: active.length })];
}

function isHalfDrawn({ components }: ExpandedEntity): boolean {
  let count = 0;
  for (const { name } of components) if (name === "mesh" || name === "material") count++;
  return count === 1;
}

function reportHalfDrawn({ id, components, origin }: ExpandedEntity, file: string): Diagnostic {
  const mesh = components.find(({ name }) => name === "mesh");
  const [present, missing] = mesh
    ? (["mesh", "material"] as const)
    : (["material", "mesh"] as const);
  const [layer] = components.find(({ name }) => name === present)?.layers ?? [];
  const element = elementOf(layer?.origin ?? origin, "components", present);
  return elementDiagnostic("PK3009", file, element, { entity: id, present, missing });
}
