import type { SceneSchema } from "#compiler/bytecode/scene_schema.ts";
import type { Diagnostic } from "../document/diagnostic.ts";
import type { BehaviorsFragment } from "../package_xml/behavior_definition.ts";
import { checkBehaviors } from "../scene/check_behaviors.ts";
import { CodePlaces } from "../scene/code_places.ts";
import type { ActionContext } from "./action_context.ts";

/** `behaviors`: what a package says of behaviours, to a registry that the code is known to fit. */
export function behaviorsAction(action: ActionContext): readonly Diagnostic[] {
  const fragment = action.json(action.need("definition")) as BehaviorsFragment;
  const schemas = action.flags.schema.map((path) => action.json(path) as SceneSchema);
  const places = new CodePlaces(() => action.schemaPlaces());
  const checked = checkBehaviors(fragment, action.manifestName(), schemas, places);
  const { value, diagnostics } = checked;
  const text = `${JSON.stringify(value)}\n`;
  return action.finishFragment({
    ...(value && { value: new TextEncoder().encode(text) }),
    diagnostics,
  });
}
