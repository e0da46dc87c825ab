/** Character classes over UTF-16 units; Haxe's identifiers are ASCII. */

const IDENTIFIER_PART = 1;
const DIGIT = 2;
const HEX_DIGIT = 4;

const classes = new Uint8Array(128);
for (let unit = 0; unit < 128; unit++) {
  const character = String.fromCharCode(unit);
  if (/\w/.test(character)) classes[unit] = (classes[unit] ?? 0) | IDENTIFIER_PART;
  if (/\d/.test(character)) classes[unit] = (classes[unit] ?? 0) | DIGIT;
  if (/[\da-fA-F]/.test(character)) classes[unit] = (classes[unit] ?? 0) | HEX_DIGIT;
}

/** Letters, digits and `_`. */
export function isIdentifierPart(unit: number): boolean {
  return unit < 128 && ((classes[unit] ?? 0) & IDENTIFIER_PART) !== 0;
}

export function isIdentifierStart(unit: number): boolean {
  return isIdentifierPart(unit) && !isDigit(unit);
}

export function isDigit(unit: number): boolean {
  return unit < 128 && ((classes[unit] ?? 0) & DIGIT) !== 0;
}

export function isHexDigit(unit: number): boolean {
  return unit < 128 && ((classes[unit] ?? 0) & HEX_DIGIT) !== 0;
}

/** The offset after the identifier that starts here. */
export function identifierEnd(text: string, start: number): number {
  let offset = start;
  while (isIdentifierPart(text.charCodeAt(offset))) offset++;
  return offset;
}

/** Haxe's rule for packages and types: the first character that is not `_` decides. */
export function isLowerName(name: string): boolean {
  return /^_*[a-z]/.test(name);
}
