import type { Diagnostic } from "../document/diagnostic.ts";
import { compileMesh, meshQualities } from "../mesh/compile_mesh.ts";
import type { ActionContext } from "./action_context.ts";

/** `mesh`: a model to its blob. */
export async function meshAction(action: ActionContext): Promise<readonly Diagnostic[]> {
  const { optimize, generateTangents, quantize, compression, lods } = action.definition("mesh");
  const quality = action.choice("quality", meshQualities);
  const source = action.source();
  const options = { optimize, generateTangents, quantize, compression, lods, quality };
  return action.finish(await compileMesh(action.read(source), source, options));
}
