import { needed, optional } from "./element_schema.ts";
import { definitionId } from "./name_types.ts";
import { bool } from "./value_type.ts";

/** What every asset has. */
export const assetAttributes = {
  id: needed(definitionId, "its name"),
  keep: optional(bool, false, "whether it is wanted though nothing names it, because code does"),
};
