/** docs/package.xsd as libxml2 understands it. */
import { XmlDocument, XmlValidateError, XsdValidator } from "libxml2-wasm";
import { packageElement } from "#asset_tools/package_xml/read_package.ts";
import { writeXsd } from "#asset_tools/package_xml/schema/write_xsd.ts";

export const packageXsd = writeXsd("package", packageElement);

const validator = XsdValidator.fromDoc(XmlDocument.fromString(packageXsd));

/** What the schema has against a well-formed text, or undefined. */
export function xsdProblem(text: string): string | undefined {
  const document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
    return undefined;
  } catch (error) {
    if (error instanceof XmlValidateError) return error.message;
    throw error;
  } finally {
    document.dispose();
  }
}
