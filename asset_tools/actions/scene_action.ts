import type { SceneSchema } from "#compiler/bytecode/scene_schema.ts";
import type { Diagnostic } from "../document/diagnostic.ts";
import type { PrefabDefinition } from "../package_xml/scene_definition.ts";
import { compileScene } from "../scene/compile_scene.ts";
import type { ActionContext } from "./action_context.ts";

/** `scene` and `prefab`: entities to their columns. */
export function sceneAction(
  action: ActionContext,
  kind: "scene" | "prefab",
): readonly Diagnostic[] {
  const { schema, prefab } = action.flags;
  const definition = action.definition(kind);
  const inputs = {
    schemas: schema.map((path) => action.json(path) as SceneSchema),
    prefabs: prefab.map((path) => action.json(path) as PrefabDefinition),
    places: () => action.schemaPlaces(),
    knownIndexes: () => action.knownIndexes(definition.package),
  };
  return action.finishFragment(compileScene(definition, action.manifestName(), inputs));
}
