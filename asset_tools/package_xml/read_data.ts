import { type DataDefinition, dataFormats } from "./data_definition.ts";
import type { ElementReader } from "./element_reader.ts";
import { assetAttributes } from "./schema/asset_attributes.ts";
import { element, needed, optional } from "./schema/element_schema.ts";
import { sourcePath } from "./schema/name_types.ts";
import { oneOf } from "./schema/value_type.ts";
import type { XmlElement } from "./xml_element.ts";

export const dataElement = element({
  doc: "A file as it is, for code.",
  attributes: assetAttributes,
  children: {
    source: needed(sourcePath("data"), "the file"),
    format: optional(
      oneOf(dataFormats),
      "auto",
      "what it is checked to be; `auto` is `json` for `.json`, `text` for `.txt`, `.csv`, `.md` and `.xml`, else `bytes`",
    ),
  },
});

/** Reads `<data>`. */
export function readData(xml: XmlElement, reader: ElementReader): DataDefinition {
  const { id, source, format } = reader.read(xml, dataElement);
  return { kind: "data", package: reader.packageId, id, source, format };
}
