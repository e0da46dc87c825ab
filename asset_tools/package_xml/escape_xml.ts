/** Texts as XML holds them, so that a strict reader gives the same text back. */

/** Content of an element. A carriage return would be read as a line feed. */
export function escapeText(text: string): string {
  return text.replaceAll(/[&<>\r]/g, escapeCharacter);
}

/** An attribute's value between quotes of that kind. White space would be read as a space. */
export function escapeAttribute(value: string, quote = '"'): string {
  return value.replaceAll(/[&<>"'\t\n\r]/g, (character) =>
    /["']/.test(character) && character !== quote ? character : escapeCharacter(character),
  );
}

/** Whether XML 1.0 can hold every character of `text`, escaped or not. */
export function isXmlText(text: string): boolean {
  return /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(text);
}

const named: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

function escapeCharacter(character: string): string {
  return named[character] ?? `&#${character.charCodeAt(0)};`;
}
