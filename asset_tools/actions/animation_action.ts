import { compileAnimation } from "../animation/compile_animation.ts";
import type { Diagnostic } from "../document/diagnostic.ts";
import type { ActionContext } from "./action_context.ts";
import { filesBeside } from "./files_beside.ts";

/** `animation`: a model's clips to a blob; the files of `data` come after the source, in their order. */
export async function animationAction(action: ActionContext): Promise<readonly Diagnostic[]> {
  const definition = action.definition("animation");
  const source = action.source();
  const external = filesBeside(definition, action);
  return action.finish(await compileAnimation(action.read(source), source, definition, external));
}
