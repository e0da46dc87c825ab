/** How objects are called. */

/** Id of an object without a number: class and name, written alike in both encodings. */
export function legacyId(text: string): string {
  const { name, type } = splitName(text);
  return `${type}::${name}`;
}

/** Binary files write `name\0\x01class`, texts `class::name`. */
export function splitName(text: string): { readonly name: string; readonly type: string } {
  const binary = text.indexOf("\0\x01");
  if (binary >= 0) return { name: text.slice(0, binary), type: text.slice(binary + 2) };
  const at = text.indexOf("::");
  return at < 0 ? { name: text, type: "" } : { name: text.slice(at + 2), type: text.slice(0, at) };
}
