/** Markup literals `<tag>...</tag>`, kept as text for macros to read. */

/** Where the markup that opens here ends: at the close of its own tag, which may nest; `<>...</>` has no name. */
export function scanMarkup(
  text: string,
  start: number,
  limit: number,
): { readonly end: number; readonly isClosed: boolean } {
  const name = /[\w$:.-]*/y;
  name.lastIndex = start + 1;
  const tag = name.exec(text)?.[0] ?? "";
  const marks = new RegExp(`</${escaped(tag)}>|<${escaped(tag)}(?![\\w$:.-])|/>`, "g");
  marks.lastIndex = start;
  let depth = 0;
  let isInOpenTag = false;
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    const end = found.index + found[0].length;
    if (end > limit) break;
    if (found[0] === "/>") {
      // Another tag's `/>` can only follow after this one's `>`.
      const isOwn =
        isInOpenTag && !text.slice(lastOpen(text, found.index), found.index).includes(">");
      if (isOwn && tag !== "") depth--;
    } else {
      isInOpenTag = !found[0].startsWith("</");
      depth += isInOpenTag ? 1 : -1;
    }
    if (depth === 0) return { end, isClosed: true };
  }
  return { end: Math.min(start + 1, limit), isClosed: false };
}

function lastOpen(text: string, before: number): number {
  return Math.max(0, text.lastIndexOf("<", before));
}

function escaped(tag: string): string {
  return tag.replace(/[$.]/g, "\\$&");
}
