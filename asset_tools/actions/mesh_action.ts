import type { Diagnostic } from "../document/diagnostic.ts";
import { compileMesh } from "../mesh/compile_mesh.ts";
import type { ActionContext } from "./action_context.ts";

/** `mesh`: a model to its blob. */
export async function meshAction(action: ActionContext): Promise<readonly Diagnostic[]> {
  const { optimize, generateTangents } = action.definition("mesh");
  const source = action.source();
  return action.finish(
    await compileMesh(action.read(source), source, { optimize, generateTangents }),
  );
}
