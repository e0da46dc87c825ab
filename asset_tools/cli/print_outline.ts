/** Plain data for people: `name: value` lines, lists of like rows as tables, what is inside indented. */

type Plain =
  | null
  | boolean
  | number
  | string
  | readonly Plain[]
  | { readonly [name: string]: Plain };

/** Ends with a line end. */
export function printOutline(data: object): string {
  return outline(data as Plain, "").join("");
}

function outline(value: Plain, indent: string): string[] {
  if (!isGroup(value)) return [`${indent}${inline(value)}\n`];
  return Object.entries(value).flatMap(([name, part]) => {
    if (isInline(part)) return [`${indent}${name}: ${inline(part)}\n`];
    const inner = `${indent}  `;
    const lines = Array.isArray(part) ? listLines(part as Plain[], inner) : outline(part, inner);
    return [`${indent}${name}${Array.isArray(part) ? ` (${part.length})` : ""}:\n`, ...lines];
  });
}

function listLines(items: readonly Plain[], indent: string): string[] {
  if (items.every((item) => isGroup(item) && Object.values(item).every(isInline))) {
    return table(items as readonly Readonly<Record<string, Plain>>[], indent);
  }
  return items.flatMap((item) => {
    const [first = "\n", ...rest] = outline(item, `${indent}  `);
    return [`${indent}- ${first.trimStart()}`, ...rest];
  });
}

/** Columns are as wide as their widest cell; numbers are on the right. */
function table(rows: readonly Readonly<Record<string, Plain>>[], indent: string): string[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => {
    const values = rows.map((row) => row[name]);
    const cells = values.map((value) => (value === undefined ? "" : inline(value)));
    const width = Math.max(name.length, ...cells.map(({ length }) => length));
    const isNumeric = values.every((value) => value === undefined || typeof value === "number");
    return [name, ...cells].map((cell) => (isNumeric ? cell.padStart(width) : cell.padEnd(width)));
  });
  return [...rows.keys(), rows.length].map((line) =>
    `${indent}${columns.map((column) => column[line]).join("  ")}`.trimEnd().concat("\n"),
  );
}

function isGroup(value: Plain): value is Readonly<Record<string, Plain>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value takes one line: no group, and no list of groups. */
function isInline(value: Plain): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null);
}

function inline(value: Plain): string {
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(inline).join(" ");
  if (value === null) return "none";
  return typeof value === "string" ? textOf(value) : String(value);
}

/** A text as it is, or in quotes where it could be taken for something else. */
function textOf(text: string): string {
  return /^[^\s"][^\n"]*$/.test(text) && !/\s$/.test(text) ? text : JSON.stringify(text);
}
