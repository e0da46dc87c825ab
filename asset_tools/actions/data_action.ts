import { compileData } from "../data/compile_data.ts";
import type { Diagnostic } from "../document/diagnostic.ts";
import type { ActionContext } from "./action_context.ts";

/** `data`: a file to its blob. */
export function dataAction(action: ActionContext): readonly Diagnostic[] {
  const { format } = action.definition("data");
  const source = action.source();
  return action.finish(compileData(action.read(source), source, format));
}
