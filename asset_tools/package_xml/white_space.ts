/** White space as XML has it; `trim` would also take a no-break space, which is text. */

/** Without white space at the start. */
export function trimSpaceStart(text: string): string {
  return text.replace(/^[ \t\r\n]+/, "");
}

/** Without white space at the end. */
export function trimSpaceEnd(text: string): string {
  return text.replace(/(?<![ \t\r\n])[ \t\r\n]+$/, "");
}

/** Without white space at both ends. */
export function trimSpace(text: string): string {
  return trimSpaceEnd(trimSpaceStart(text));
}

/** Whether there is nothing else. */
export function isSpace(text: string): boolean {
  return !/[^ \t\r\n]/.test(text);
}
