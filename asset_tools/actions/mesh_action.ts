import type { Diagnostic } from "../document/diagnostic.ts";
import { compileMesh, meshQualities } from "../mesh/compile_mesh.ts";
import { selectionOf } from "../package_xml/mesh_definition.ts";
import type { ActionContext } from "./action_context.ts";
import { filesBeside } from "./files_beside.ts";

/** `mesh`: a model to its blob; the files of `data` come after the source, in their order. */
export async function meshAction(action: ActionContext): Promise<readonly Diagnostic[]> {
  const definition = action.definition("mesh");
  const quality = action.choice("quality", meshQualities);
  const source = action.source();
  const options = { ...definition, selection: selectionOf(definition), quality };
  const external = filesBeside(definition, action);
  return action.finish(await compileMesh(action.read(source), source, options, external));
}
