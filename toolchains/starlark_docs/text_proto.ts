/** Reads the text form of a protocol buffer message, as far as Bazel writes it for `starlark_doc_extract`. */

/** A message: for each field its values in order, texts unquoted. */
export type Message = ReadonlyMap<string, readonly (string | Message)[]>;

/** One line: `name {`, `}` or `name: value`. */
const LINE = /^\s*(?:(?<close>\})|(?<opened>\w+) \{|(?<name>\w+): (?<value>.*))$/;

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };

export function readTextProto(text: string): Message {
  const root = new Map<string, (string | Message)[]>();
  const open = [root];
  for (const line of text.split("\n").filter((found) => found.trim() !== "")) {
    const { close, opened, name, value } = LINE.exec(line)?.groups ?? {};
    const current = open.at(-1);
    if (current === undefined) throw new Error(`More messages end than begin: ${line}`);
    if (close !== undefined) {
      open.pop();
    } else if (opened !== undefined) {
      const message = new Map<string, (string | Message)[]>();
      add(current, opened, message);
      open.push(message);
    } else if (name !== undefined && value !== undefined) {
      add(current, name, value.startsWith('"') ? unquote(value) : value);
    } else {
      throw new Error(`Not a line of a text proto: ${line}`);
    }
  }
  return root;
}

function add(
  message: Map<string, (string | Message)[]>,
  name: string,
  value: string | Message,
): void {
  const values = message.get(name);
  if (values === undefined) message.set(name, [value]);
  else values.push(value);
}

/** Text that is not ASCII is written in octal, a byte at a time. */
function unquote(text: string): string {
  const bytes = text
    .slice(1, -1)
    .replaceAll(/\\([0-7]{3}|.)/g, (_, code: string) =>
      code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
    );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** The field's one text, or "" when it is absent. */
export function textOf(message: Message, field: string): string {
  const [value = ""] = message.get(field) ?? [];
  if (typeof value !== "string") throw new Error(`${field} is a message`);
  return value;
}

/** The field's messages. */
export function messagesOf(message: Message, field: string): Message[] {
  return (message.get(field) ?? []).map((value) => {
    if (typeof value === "string") throw new Error(`${field} is a text`);
    return value;
  });
}
