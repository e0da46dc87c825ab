/** `string.*`: JavaScript strings are UTF-16 units, as Haxe's are here. */

export const stringNatives = {
  "string.length": (text: string): number => text.length,
  "string.charCodeAt": (text: string, index: number): number =>
    index >>> 0 < text.length ? text.charCodeAt(index) : -1,
  "string.concat": (left: string | null, right: string | null): string => `${left}${right}`,
  "string.slice": (text: string, start: number, end: number): string => text.substring(start, end),
  "string.fromCharCode": (code: number): string => String.fromCharCode(code),
  "string.indexOf": (text: string, part: string, from: number): number => text.indexOf(part, from),
  "string.lastIndexOf": (text: string, part: string, from: number): number =>
    text.lastIndexOf(part, from),
  "string.compare": (left: string, right: string): number =>
    left < right ? -1 : left > right ? 1 : 0,
  "string.hash": hash,
  "string.fromInt": (value: number): string => String(value),
  "string.fromFloat": (value: number): string => String(value),
  "string.parseFloat": parseNumber,
  "string.join": (parts: readonly (string | null)[], separator: string): string =>
    parts.map(String).join(separator),
};

function hash(text: string): number {
  let value = 0;
  for (let index = 0; index < text.length; index++) {
    value = (Math.imul(value, 31) + text.charCodeAt(index)) | 0;
  }
  return value;
}

/** Unlike JavaScript's `parseFloat`, "Infinity" is no number. */
function parseNumber(text: string): number {
  const prefix = /^[\t\n\v\f\r ]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/.exec(text);
  return prefix === null ? Number.NaN : Number(prefix[1]);
}
