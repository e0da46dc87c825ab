/** Data as an element. */
import type { DataDefinition } from "./data_definition.ts";
import { dataElement } from "./read_data.ts";
import { writeElement } from "./schema/write_element.ts";
import type { NewElement } from "./write_xml.ts";

/** As `readData` reads it. */
export function writeData(definition: DataDefinition): NewElement {
  return writeElement("data", dataElement, definition);
}
