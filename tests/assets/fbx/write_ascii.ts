/** Writes ASCII FBX files for tests. */
import type { Tree, TreeValue } from "./fbx_tree.ts";

export interface AsciiStyle {
  readonly version: number;
  /** Long lists go on in the next line, with the comma there, as the SDK's writer does before 7000. */
  readonly numbersInLine?: number;
}

/** The text with these top records. */
export function writeAscii(records: readonly Tree[], style: AsciiStyle): Uint8Array {
  const [major, minor] = [...String(style.version)];
  const head = `; FBX ${major}.${minor}.0 project file\n; ----------------\n\n`;
  return Buffer.from(head + records.map((record) => print(record, style, "")).join("\n"));
}

function print({ name, values, children }: Tree, style: AsciiStyle, indent: string): string {
  const inner = `${indent}\t`;
  const [only] = values;
  if (style.version >= 7000 && typeof only === "object" && "values" in only) {
    const list = only.values.map(printNumber).join(",");
    return `${indent}${name}: *${only.values.length} {\n${inner}a: ${list}\n${indent}}\n`;
  }
  const list = printList(values.flatMap(printValue), style);
  if (children.length === 0) return `${indent}${name}: ${list}\n`;
  const body = children.map((child) => print(child, style, inner)).join("");
  return `${indent}${name}: ${list} {\n${body}${indent}}\n`;
}

function printList(texts: readonly string[], { numbersInLine }: AsciiStyle): string {
  if (numbersInLine === undefined) return texts.join(", ");
  // Before the comma and behind it, as exporters do either.
  return texts
    .map((text, at) => {
      if (at === 0) return text;
      if (at % numbersInLine !== 0) return `,${text}`;
      return at % (numbersInLine * 2) === 0 ? `,\r\n${text}` : `\n,${text}`;
    })
    .join("");
}

function printValue(value: TreeValue): string[] {
  if (typeof value === "string") return [`"${value.replaceAll('"', "&quot;")}"`];
  switch (value.type) {
    case "name":
      return [`"${value.class}::${value.name}"`];
    case "R":
      return [`"${Buffer.from(value.value).toString("base64")}"`];
    case "d":
    case "f":
    case "i":
    case "l":
      return value.values.map(printNumber);
    default:
      return [String(value.value)];
  }
}

function printNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
