/** SceneCompile: a definition to packed columns. */
import {
  type Diagnostic,
  elementDiagnostic,
  type Outcome,
  outcome,
} from "../document/diagnostic.ts";
import { didYouMean } from "../document/suggest.ts";
import { type Entity, encodeScene } from "../fpkg/scene_blob.ts";
import { entityPath } from "../package_xml/check_references.ts";
import { qualifiedName } from "../package_xml/defined.ts";
import type { EntityDefinition, SceneDefinition } from "../package_xml/scene_definition.ts";

export interface SceneOptions {
  /** Class paths of all behaviours; without it they are not checked. */
  readonly behaviors?: readonly string[];
}

/** Compiles one scene; `file` is the path of its package.xml in diagnostics. */
export function compileScene(
  definition: SceneDefinition,
  file: string,
  options: SceneOptions,
): Outcome<Uint8Array> {
  const diagnostics = checkBehaviors(definition, file, options.behaviors);
  return outcome(diagnostics, () =>
    encodeScene({
      id: qualifiedName(definition),
      name: definition.name,
      entities: definition.entities.map(entityOf),
    }),
  );
}

function checkBehaviors(
  scene: SceneDefinition,
  file: string,
  behaviors: readonly string[] | undefined,
): Diagnostic[] {
  if (behaviors === undefined) return [];
  const known = new Set(behaviors);
  return scene.entities.flatMap((entity) => {
    const name = entity.codeBehind;
    if (name === null || known.has(name)) return [];
    const element = [...entityPath(scene, entity), "@codeBehind"];
    const hint = didYouMean(name, known) ?? sameClass(name, behaviors);
    return [elementDiagnostic("PK3007", file, element, { name }, hint)];
  });
}

/** A class of that name in another package of the code. */
function sameClass(name: string, behaviors: readonly string[]): string | undefined {
  const last = name.split(".").at(-1);
  const other = behaviors.find((candidate) => candidate.split(".").at(-1) === last);
  return other && `Did you mean \`${other}\`?`;
}

function entityOf(entity: EntityDefinition): Entity {
  const { id, name, parent, position, rotation, scale, visible, castShadows } = entity;
  return {
    key: id,
    name,
    parent,
    position,
    rotation,
    scale,
    visible,
    castShadows,
    ...(entity.mesh !== null && { mesh: entity.mesh }),
    ...(entity.material !== null && { material: entity.material }),
    ...(entity.camera && { camera: entity.camera }),
    ...(entity.light && { light: entity.light }),
    ...(entity.codeBehind !== null && { behavior: entity.codeBehind }),
    parameters: entity.params,
  };
}
