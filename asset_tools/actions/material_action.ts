import type { Diagnostic } from "../document/diagnostic.ts";
import { compileMaterial } from "../material/compile_material.ts";
import { fpkgDiagnostic } from "../package_link/link_checks.ts";
import type { ActionContext } from "./action_context.ts";
import { ActionError } from "./action_error.ts";

/** `material`: properties, packed as the shader's blob asks. */
export function materialAction(action: ActionContext): readonly Diagnostic[] {
  const path = action.need("shader");
  try {
    const definition = action.definition("material");
    const bases = action.flags.base.map((base) => action.definitionAt(base, "material"));
    return action.finishFragment(
      compileMaterial(definition, action.read(path), action.manifestName(), bases),
    );
  } catch (error) {
    if (error instanceof ActionError) throw error;
    return [fpkgDiagnostic(error, path)];
  }
}
