/**
 * What is wrong with the pattern of a regular expression, found when it is compiled. The standard library's parser
 * (runtime/std/haxe/internal/regexp) reads patterns when the program runs; this one reads what the lexer lets into a
 * literal, a part of that, and must refuse the same with the same words. A test compares the two.
 */

export interface RegexpProblem {
  /** Offset in the pattern. */
  readonly position: number;
  readonly reason: string;
}

/** The first problem of the pattern, or null. */
export function regexpProblem(pattern: string): RegexpProblem | null {
  const reader = new Reader(pattern);
  try {
    choice(reader, false);
    if (!reader.atEnd()) return { position: reader.at, reason: "unmatched )" };
    return reader.unknownGroup();
  } catch (error) {
    if (error instanceof Invalid) return error.problem;
    throw error;
  }
}

/** Leaves the nested calls with the problem. */
class Invalid extends Error {
  readonly problem: RegexpProblem;

  constructor(problem: RegexpProblem) {
    super(problem.reason);
    this.problem = problem;
  }
}

/** How many code points a part takes; null where that is not always the same. */
type Width = number | null;

const DEEPEST = 250;

class Reader {
  readonly text: string;
  at = 0;
  groups = 0;
  depth = 0;
  readonly names = new Map<string, number>();
  readonly #references: { group: number; position: number }[] = [];

  constructor(text: string) {
    this.text = text;
  }

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  accept(expected: string): boolean {
    if (!this.text.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  /** Takes what the pattern matches here. */
  match(pattern: RegExp): string | null {
    const found = new RegExp(pattern.source, "uy");
    found.lastIndex = this.at;
    const text = found.exec(this.text)?.[0] ?? null;
    if (text !== null) this.at += text.length;
    return text;
  }

  /** A code point. */
  next(): string {
    const point = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
    this.at += point.length;
    return point;
  }

  refer(group: number): void {
    this.#references.push({ group, position: this.at });
  }

  unknownGroup(): RegexpProblem | null {
    const unknown = this.#references.find(({ group }) => group < 1 || group > this.groups);
    if (unknown === undefined) return null;
    return { position: unknown.position, reason: "reference to non-existent subpattern" };
  }

  fail(reason: string, position: number = this.at): never {
    throw new Invalid({ position, reason });
  }
}

/** Widths of the alternatives up to `)` or the end. */
function choice(reader: Reader, isExtended: boolean): Width[] {
  const options = { isExtended };
  const widths = [sequence(reader, options)];
  while (reader.accept("|")) widths.push(sequence(reader, options));
  return widths;
}

/** `(?|...)`: the groups of each alternative have the same numbers. */
function choiceWithSharedGroups(reader: Reader, isExtended: boolean): Width[] {
  const options = { isExtended };
  const first = reader.groups;
  let most = first;
  const widths: Width[] = [];
  do {
    reader.groups = first;
    widths.push(sequence(reader, options));
    most = Math.max(most, reader.groups);
  } while (reader.accept("|"));
  reader.groups = most;
  return widths;
}

function common(widths: readonly Width[]): Width {
  const [first = null] = widths;
  return widths.every((width) => width === first) ? first : null;
}

/** `(?x)` inside changes the options up to the end of the group around it. */
function sequence(reader: Reader, options: { isExtended: boolean }): Width {
  let sum: Width = 0;
  skipIgnored(reader, options.isExtended);
  while (!reader.atEnd() && !/[|)]/.test(reader.text[reader.at] as string)) {
    const width = quantified(reader, item(reader, options), options.isExtended);
    sum = sum === null || width === null ? null : sum + width;
    skipIgnored(reader, options.isExtended);
  }
  return sum;
}

function skipIgnored(reader: Reader, isExtended: boolean): void {
  for (;;) {
    if (reader.accept("(?#")) {
      if (reader.match(/[^)]*\)/) === null)
        reader.fail("missing ) after comment", reader.text.length);
    } else if (!isExtended || reader.match(/[\s\u180e\u0085]|#[^\n]*\n?/) === null) {
      return;
    }
  }
}

interface Item {
  readonly width: Width;
  readonly isRepeatable: boolean;
}

const repeatable = (width: Width): Item => ({ width, isRepeatable: true });
const place: Item = { width: 0, isRepeatable: false };

function item(reader: Reader, options: { isExtended: boolean }): Item {
  const start = reader.at;
  if (quantifier(reader) !== null) reader.fail("nothing to repeat", start);
  switch (reader.next()) {
    case "^":
    case "$":
      return place;
    case "[":
      return repeatable(set(reader));
    case "(":
      return group(reader, start, options);
    case "\\":
      return escaped(reader);
    default:
      return repeatable(1);
  }
}

function quantified(reader: Reader, { width, isRepeatable }: Item, isExtended: boolean): Width {
  skipIgnored(reader, isExtended);
  const start = reader.at;
  const range = quantifier(reader);
  if (range === null) return width;
  if (!isRepeatable) reader.fail("nothing to repeat", start);
  reader.match(/[?+]/);
  return range.least === range.most && width !== null ? width * range.least : null;
}

function quantifier(reader: Reader): { least: number; most: number } | null {
  const start = reader.at;
  const text = reader.match(/[*+?]|\{\d+(?:,\d*)?\}/);
  if (text === null) return null;
  if (!text.startsWith("{")) return { least: 0, most: Number.POSITIVE_INFINITY };
  const [least = 0, most = least] = text
    .slice(1, -1)
    .split(",")
    .map((digits) => (digits === "" ? Number.POSITIVE_INFINITY : Number(digits)));
  const tooBig = (count: number): boolean => count > 65535 && count !== Number.POSITIVE_INFINITY;
  if (tooBig(least) || tooBig(most)) reader.fail("number too big in {} quantifier", start);
  if (most < least) reader.fail("numbers out of order in {} quantifier", start);
  return { least, most };
}

function closed(reader: Reader, widths: Width[]): Width[] {
  if (!reader.accept(")")) reader.fail("missing )", reader.text.length);
  return widths;
}

function group(reader: Reader, start: number, options: { isExtended: boolean }): Item {
  reader.depth++;
  if (reader.depth > DEEPEST) reader.fail("groups nested too deep", start);
  const result = afterParenthesis(reader, start, options);
  reader.depth--;
  return result;
}

function afterParenthesis(reader: Reader, start: number, options: { isExtended: boolean }): Item {
  const { isExtended } = options;
  const inside = (): Width[] => closed(reader, choice(reader, isExtended));
  if (reader.accept("*")) reader.fail("verbs are not supported", start);
  if (!reader.accept("?")) return capture(reader, isExtended);
  if (reader.accept(":") || reader.accept(">")) return repeatable(common(inside()));
  if (reader.accept("|"))
    return repeatable(common(closed(reader, choiceWithSharedGroups(reader, isExtended))));
  if (reader.accept("=") || reader.accept("!")) {
    inside();
    return repeatable(0);
  }
  if (reader.accept("<=") || reader.accept("<!")) {
    const widths = inside();
    if (widths.includes(null)) reader.fail("lookbehind assertion is not fixed length", start);
    return repeatable(0);
  }
  if (reader.accept("P<") || reader.accept("<")) return named(reader, ">", isExtended);
  if (reader.accept("'")) return named(reader, "'", isExtended);
  if (reader.accept("P=")) return namedReference(reader);
  if (reader.accept("(")) return conditional(reader, start, isExtended);
  return withOptions(reader, options);
}

function capture(reader: Reader, isExtended: boolean): Item {
  reader.groups++;
  return repeatable(common(closed(reader, choice(reader, isExtended))));
}

function named(reader: Reader, end: string, isExtended: boolean): Item {
  const start = reader.at;
  const name = groupName(reader, end);
  const number = reader.groups + 1;
  if ((reader.names.get(name) ?? number) !== number)
    reader.fail("two groups have the same name", start);
  reader.names.set(name, number);
  return capture(reader, isExtended);
}

function namedReference(reader: Reader): Item {
  const start = reader.at;
  if (!reader.names.has(groupName(reader, ")")))
    reader.fail("reference to non-existent subpattern", start);
  return repeatable(null);
}

function groupName(reader: Reader, end: string): string {
  const start = reader.at;
  const name = reader.match(/[A-Za-z_0-9]+/);
  if (name === null || /^\d/.test(name))
    reader.fail("a group's name must start with a letter or _", start);
  if (!reader.accept(end)) reader.fail("syntax error in a group's name (missing terminator)");
  return name;
}

function conditional(reader: Reader, start: number, isExtended: boolean): Item {
  const number = reader.match(/\d+/);
  if (number !== null) {
    reader.refer(Number(number));
    if (!reader.accept(")")) reader.fail("malformed condition");
  } else {
    if (reader.text[reader.at] === "?") reader.fail("only groups can be conditions");
    const end = reader.accept("<") ? ">" : reader.accept("'") ? "'" : ")";
    const at = reader.at;
    if (!reader.names.has(groupName(reader, end)))
      reader.fail("reference to non-existent subpattern", at);
    if (end !== ")" && !reader.accept(")")) reader.fail("malformed condition");
  }
  const widths = closed(reader, choice(reader, isExtended));
  if (widths.length > 2) reader.fail("conditional group contains more than two branches", start);
  return repeatable(common(widths.length === 1 ? [...widths, 0] : widths));
}

function withOptions(reader: Reader, options: { isExtended: boolean }): Item {
  let { isExtended } = options;
  let value = true;
  while (!/^[):]/.test(reader.text.slice(reader.at))) {
    const letter = reader.match(/[-imsx]/);
    if (letter === null) {
      const calls = /^(?:[R+&\d]|P>)/.test(reader.text.slice(reader.at));
      reader.fail(calls ? "recursion is not supported" : "unrecognized character after (?");
    }
    if (letter === "-") value = false;
    if (letter === "x") isExtended = value;
  }
  if (reader.accept(")")) {
    options.isExtended = isExtended;
    return place;
  }
  reader.at++;
  return repeatable(common(closed(reader, choice(reader, isExtended))));
}

/** What follows a backslash outside of a class. */
function escaped(reader: Reader): Item {
  if (reader.match(/[bB]/) !== null) return place;
  const start = reader.at;
  const digits = reader.match(/[1-9]\d*/);
  if (digits !== null) {
    const number = Number(digits);
    if (number < 8 || number <= reader.groups) {
      reader.refer(number);
      return repeatable(null);
    }
    reader.at = start;
  }
  character(reader);
  return repeatable(1);
}

/** The code point that the letters after a backslash stand for. */
function character(reader: Reader): number {
  const start = reader.at;
  if (reader.atEnd()) reader.fail("\\ at end of pattern", start);
  const octal = reader.match(/[0-7]{1,3}/);
  if (octal !== null) return Number.parseInt(octal, 8) & 0xff;
  const letter = reader.next();
  switch (letter) {
    case "x":
      return hexadecimal(reader, start);
    case "u":
      return unicode(reader, start);
    case "U":
      return reader.fail("\\L, \\l, \\U and \\N{name} are not supported", start);
    default:
      return letter.codePointAt(0) as number;
  }
}

function hexadecimal(reader: Reader, start: number): number {
  if (!reader.accept("{")) return Number.parseInt(`0${reader.match(/[\da-fA-F]{0,2}/) ?? ""}`, 16);
  const digits = reader.match(/[\da-fA-F]{1,8}/) ?? "";
  const code = Number.parseInt(digits, 16);
  if (!(code <= 0x10ffff) || !reader.accept("}"))
    reader.fail("malformed character code in {}", start);
  return code;
}

function unicode(reader: Reader, start: number): number {
  const unit = (): number => {
    const digits = reader.match(/[\da-fA-F]{4}/);
    if (digits === null) reader.fail("\\u must be followed by four hexadecimal digits", start);
    return Number.parseInt(digits, 16);
  };
  const first = unit();
  if ((first & 0xfc00) !== 0xd800 || !reader.accept("\\u")) return first;
  const second = unit();
  if ((second & 0xfc00) !== 0xdc00)
    reader.fail("\\u must be followed by four hexadecimal digits", start);
  return String.fromCharCode(first, second).codePointAt(0) as number;
}

const posixNames =
  "alpha lower upper alnum ascii blank cntrl digit graph print punct space word xdigit".split(" ");

/** What is between `[` and `]`. */
function set(reader: Reader): Width {
  reader.accept("^");
  const first = reader.at;
  while (reader.at === first || reader.text[reader.at] !== "]") {
    if (reader.atEnd()) reader.fail("missing terminating ] for character class");
    setItem(reader);
  }
  reader.at++;
  return 1;
}

function setItem(reader: Reader): void {
  if (characterClass(reader)) return;
  const start = reader.at;
  const low = setCharacter(reader);
  if (!/^-[^\]]/.test(reader.text.slice(reader.at))) return;
  reader.at++;
  const end = reader.at;
  if (characterClass(reader)) reader.fail("invalid range in character class", end);
  if (setCharacter(reader) < low) reader.fail("range out of order in character class", start);
}

/** `[:name:]`, `\d` and its like. */
function characterClass(reader: Reader): boolean {
  if (reader.match(/\\[wWdDsS]/) !== null) return true;
  const start = reader.at;
  const collating = /^\[([.=])/.exec(reader.text.slice(start));
  if (collating !== null && reader.text.indexOf(`${collating[1]}]`, start + 2) > 0)
    reader.fail("POSIX collating elements are not supported");
  const name = reader.match(/\[:\^?[a-z]*:\]/);
  if (name === null) return false;
  if (!posixNames.includes(name.replace(/[^a-z]/g, "")))
    reader.fail("unknown POSIX class name", start);
  return true;
}

function setCharacter(reader: Reader): number {
  if (!reader.accept("\\")) return reader.next().codePointAt(0) as number;
  return reader.accept("b") ? 8 : character(reader);
}
