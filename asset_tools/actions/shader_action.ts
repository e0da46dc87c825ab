import type { Diagnostic } from "../document/diagnostic.ts";
import { compileShader } from "../shader/compile_shader.ts";
import type { ActionContext } from "./action_context.ts";

/** `shader`: GLSL to its blob. */
export async function shaderAction(action: ActionContext): Promise<readonly Diagnostic[]> {
  const source = action.source();
  return action.finish(await compileShader(action.read(source), source));
}
