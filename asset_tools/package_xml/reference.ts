/** Names of definitions, as elements and attributes give them. */
import type { ElementReader, Value } from "./element_reader.ts";

export const REFERENCE = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)?$/;

/** `name` with its package: unqualified names mean the own package. */
export function qualify(name: string, packageId: string): string {
  return name.includes(".") ? name : `${packageId}.${name}`;
}

/** A reference, qualified; a malformed one is reported. */
export function readReference(
  value: Value,
  packageId: string,
  what: string,
  reader: ElementReader,
): string {
  if (!REFERENCE.test(value.text))
    reader.report("PK2006", value.span, { expected: what, found: value.text });
  return qualify(value.text, packageId);
}
