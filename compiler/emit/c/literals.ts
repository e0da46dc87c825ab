/** Numbers and text as C writes them. */

export function intLiteral(value: number): string {
  if (value === -2147483648) return "(-2147483647 - 1)";
  return value < 0 ? `(${value})` : String(value);
}

/** The shortest text that reads back; C reads it the same way. */
export function floatLiteral(value: number): string {
  if (Number.isNaN(value)) return '__builtin_nan("")';
  if (value === Infinity) return "__builtin_inf()";
  if (value === -Infinity) return "(-__builtin_inf())";
  if (Object.is(value, -0)) return "(-0.0)";
  const text = String(value);
  const decimal = /[.e]/.test(text) ? text : `${text}.0`;
  return value < 0 ? `(${decimal})` : decimal;
}

/** The units of a string as an initialiser of an array. */
export function unitsInitialiser(text: string): string {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).join(", ");
}

/** `hash * 31 + unit` from 0, as the runtime computes it. */
export function stringHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++)
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}

/** The text inside a comment: on one line, nothing that begins or ends a comment, ASCII. */
export function commentText(text: string): string {
  const quoted = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  return quoted
    .replace(/[^\x20-\x7e]/g, "?")
    .replaceAll("\\", "/")
    .replaceAll("*/", "* /")
    .replaceAll("/*", "/ *");
}
