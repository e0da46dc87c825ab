/** Where strings, comments and interpolated code end. Unclosed ones end at the limit. */

/** On the stack of `codeEnd`, where other entries count open braces. */
const INSIDE_STRING = -1;

export interface ScannedString {
  readonly end: number;
  readonly isClosed: boolean;
  /** Whether a single-quoted string has `$`, so that its parts must be parsed. */
  readonly hasDollar: boolean;
  /** Where a `${` opens that is never closed. */
  readonly unclosedCode: number | null;
}

/** The end of the double-quoted string that opens here. */
export function scanDoubleQuoted(text: string, start: number, limit: number): ScannedString {
  let offset = start + 1;
  while (offset < limit) {
    const unit = text.charCodeAt(offset);
    if (unit === 34)
      return { end: offset + 1, isClosed: true, hasDollar: false, unclosedCode: null };
    offset += unit === 92 ? 2 : 1;
  }
  return { end: limit, isClosed: false, hasDollar: false, unclosedCode: null };
}

/** The end of the single-quoted string that opens here; its `${code}` may itself hold strings. */
export function scanSingleQuoted(text: string, start: number, limit: number): ScannedString {
  let offset = start + 1;
  let hasDollar = false;
  while (offset < limit) {
    const unit = text.charCodeAt(offset);
    if (unit === 39) return { end: offset + 1, isClosed: true, hasDollar, unclosedCode: null };
    if (unit === 36) {
      hasDollar = true;
      const next = text.charCodeAt(offset + 1);
      if (next === 123) {
        const end = codeEnd(text, offset + 2, limit);
        if (end === null) return { end: limit, isClosed: false, hasDollar, unclosedCode: offset };
        offset = end;
      } else {
        offset += next === 36 ? 2 : 1;
      }
    } else {
      offset += unit === 92 ? 2 : 1;
    }
  }
  return { end: limit, isClosed: false, hasDollar, unclosedCode: null };
}

/** The offset after the `}` that closes interpolated code, or null. */
export function codeEnd(text: string, start: number, limit: number): number | null {
  // A stack instead of recursion: `'${'${'${` can nest as deep as a file is long.
  const stack: number[] = [0];
  let offset = start;
  while (offset < limit) {
    const unit = text.charCodeAt(offset);
    const top = stack.at(-1) ?? 0;
    if (top === INSIDE_STRING) {
      if (unit === 39) stack.pop();
      const isCode = unit === 36 && text.charCodeAt(offset + 1) === 123;
      if (isCode) stack.push(0);
      offset += isCode || unit === 92 || isDoubleDollar(text, offset) ? 2 : 1;
    } else if (unit === 125) {
      offset++;
      if (top > 0) stack[stack.length - 1] = top - 1;
      else stack.pop();
      if (stack.length === 0) return offset;
    } else if (unit === 123) {
      stack[stack.length - 1] = top + 1;
      offset++;
    } else if (unit === 39) {
      stack.push(INSIDE_STRING);
      offset++;
    } else {
      offset = skipInCode(text, offset, limit);
    }
  }
  return null;
}

function isDoubleDollar(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === 36 && text.charCodeAt(offset + 1) === 36;
}

/** Double-quoted strings and comments hide braces. */
function skipInCode(text: string, offset: number, limit: number): number {
  const unit = text.charCodeAt(offset);
  if (unit === 34) return scanDoubleQuoted(text, offset, limit).end;
  if (unit === 47 && text.charCodeAt(offset + 1) === 47) return lineEnd(text, offset, limit);
  if (unit === 47 && text.charCodeAt(offset + 1) === 42) {
    const close = text.indexOf("*/", offset + 2);
    return close === -1 || close + 2 > limit ? limit : close + 2;
  }
  return offset + 1;
}

/** The offset of the next line end, or the limit. */
export function lineEnd(text: string, start: number, limit: number): number {
  let offset = start;
  while (offset < limit) {
    const unit = text.charCodeAt(offset);
    if (unit === 10 || unit === 13) return offset;
    offset++;
  }
  return limit;
}
