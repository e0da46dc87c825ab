import type { Diagnostic } from "../document/diagnostic.ts";
import { compileShader } from "../shader/compile_shader.ts";
import type { ShaderFile } from "../shader/expand_includes.ts";
import type { ActionContext } from "./action_context.ts";
import { ActionError } from "./action_error.ts";
import { splitAssignment } from "./assignment.ts";

/** `shader`: GLSL to its blob. */
export async function shaderAction(action: ActionContext): Promise<readonly Diagnostic[]> {
  const definition = action.definition("shader");
  const source = action.source();
  const includes = new Map<string, ShaderFile>();
  for (const [name, file] of action.flags.include.map(splitAssignment)) {
    if (name === undefined) throw new ActionError(`Flag --include needs a name, got \`${file}\``);
    includes.set(name, { file, bytes: action.read(file) });
  }
  const name = `${definition.package}:${definition.source}`;
  const { variants } = definition;
  return action.finish(
    await compileShader(action.read(source), source, { name, includes, variants }),
  );
}
