/** Decoded data as JSON: typed arrays and maps become lists and objects. */
export function printJson(value: unknown): string {
  return `${JSON.stringify(value, plain, 2)}\n`;
}

function plain(_: string, part: unknown): unknown {
  if (part instanceof Map) return Object.fromEntries(part);
  const isNumbers = ArrayBuffer.isView(part) && !(part instanceof DataView);
  return isNumbers ? Array.from(part as Uint8Array) : part;
}
