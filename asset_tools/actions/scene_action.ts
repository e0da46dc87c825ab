import type { Diagnostic } from "../document/diagnostic.ts";
import { compileScene } from "../scene/compile_scene.ts";
import type { ActionContext } from "./action_context.ts";

/** `scene`: entities to their columns. */
export function sceneAction(action: ActionContext): readonly Diagnostic[] {
  const path = action.flags.behaviors;
  const lines = path === undefined ? undefined : action.text(path).split(/\r?\n/);
  const behaviors = lines?.map((line) => line.trim()).filter((line) => line !== "");
  const checks = behaviors === undefined ? {} : { behaviors };
  return action.finishFragment(
    compileScene(action.definition("scene"), action.manifestName(), checks),
  );
}
