/**
 * Generates haxe/internal/unicode/UnicodeTables.hx from the Unicode data of this JavaScript engine:
 * `node unicode_tables.ts > haxe/internal/unicode/UnicodeTables.hx`. A test compares the two.
 */

const END = 0x110000;
const WIDTH = 100;

/** General categories in the order of their letters in the table; the first is every code point left over. */
const CATEGORIES =
  "Cn Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Co Cs".split(
    " ",
  );
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!#%&";

const SCRIPTS =
  "Arabic Armenian Cyrillic Devanagari Georgian Greek Han Hangul Hebrew Hiragana Katakana Latin Thai".split(
    " ",
  );

/** Runs of code points of one category: its letter, then how many in base 36 where it is not one. */
function categoryRuns(): string {
  const tests = CATEGORIES.map((name) => new RegExp(`^\\p{${name}}$`, "u"));
  const categoryOf = (code: number): number => {
    const text = String.fromCodePoint(code);
    return tests.findIndex((test) => test.test(text));
  };
  let runs = "";
  let start = 0;
  let current = categoryOf(0);
  for (let code = 1; code <= END; code++) {
    const next = code === END ? -1 : categoryOf(code);
    if (next === current) continue;
    const count = code - start;
    runs += LETTERS[current] + (count === 1 ? "" : count.toString(36));
    start = code;
    current = next;
  }
  return runs;
}

/** The code point that the text is, else -1. */
function single(text: string): number {
  const code = text.codePointAt(0) ?? -1;
  return String.fromCodePoint(code) === text ? code : -1;
}

/** Letters that are written upper case with two, but have a title case of one. */
const titleCase = new Map<number, number>();
for (let code = 0x1f80; code < 0x2000; code++) {
  const text = String.fromCodePoint(code);
  if (/^\p{Lt}$/u.test(text)) titleCase.set(single(text.toLowerCase()), code);
}

/** The one-to-one mappings of the Unicode Character Database. */
function upperOf(code: number): number {
  const mapped = single(String.fromCodePoint(code).toUpperCase());
  return mapped >= 0 ? mapped : (titleCase.get(code) ?? code);
}

function lowerOf(code: number): number {
  if (code === 0x130) return 0x69;
  const mapped = single(String.fromCodePoint(code).toLowerCase());
  return mapped >= 0 ? mapped : code;
}

interface MappingRun {
  first: number;
  last: number;
  step: number;
  readonly delta: number;
}

/** Runs of letters at equal distances with the same difference to their counterpart: first, count, step, difference. */
function mappingRuns(map: (code: number) => number): string {
  const runs: MappingRun[] = [];
  for (let code = 0x80; code < END; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const delta = map(code) - code;
    if (delta === 0) continue;
    const run = runs.at(-1);
    const gap = run === undefined ? 0 : code - run.last;
    if (run?.delta === delta && (run.step === gap || (run.first === run.last && gap <= 2))) {
      run.step = gap;
      run.last = code;
    } else {
      runs.push({ first: code, last: code, step: 1, delta });
    }
  }
  return runs
    .map(({ first, last, step, delta }) => [first, (last - first) / step + 1, step, delta])
    .map((numbers) => numbers.map((number) => number.toString(36)).join(" "))
    .join(";");
}

/** Sets of three letters and more that are one letter where case does not count. */
function foldedSets(): string {
  const sets = new Map<number, number[]>();
  for (let code = 0; code < END; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const key = lowerOf(upperOf(code));
    sets.set(key, [...(sets.get(key) ?? []), code]);
  }
  return [...sets.values()]
    .filter((set) => set.length > 2)
    .map((set) => set.map((code) => code.toString(36)).join(" "))
    .join(";");
}

/** First and last code point of each range. */
function scriptRanges(name: string): string {
  const test = new RegExp(`^\\p{Script=${name}}$`, "u");
  const ranges: [number, number][] = [];
  for (let code = 0; code < END; code++) {
    if (!test.test(String.fromCodePoint(code))) continue;
    const range = ranges.at(-1);
    if (range?.[1] === code - 1) range[1] = code;
    else ranges.push([code, code]);
  }
  return ranges.map((range) => range.map((code) => code.toString(36)).join(" ")).join(";");
}

/** A Haxe string in lines. */
function literal(text: string): string {
  const lines = text.match(new RegExp(`.{1,${WIDTH}}`, "g")) ?? [""];
  return lines.map((line) => `"${line}"`).join("\n\t\t+ ");
}

/** The text of UnicodeTables.hx. */
export function unicodeTablesSource(): string {
  const constants: readonly (readonly [name: string, what: string, text: string])[] = [
    ["VERSION", "The version of Unicode.", process.versions["unicode"] ?? ""],
    ["CATEGORIES", "The general categories, two letters each.", CATEGORIES.join("")],
    ["LETTERS", "The letter of each category in `RUNS`.", LETTERS],
    [
      "RUNS",
      "From code point 0 on: the letter of a category, then how many have it, in base 36; none is one.",
      categoryRuns(),
    ],
    [
      "TO_UPPER",
      "First letter, count, step and difference to upper case, in base 36.",
      mappingRuns(upperOf),
    ],
    ["TO_LOWER", "The same for lower case.", mappingRuns(lowerOf)],
    ["FOLDED", "Sets of letters that differ in case only, of three and more.", foldedSets()],
  ];
  return [
    "// Generated by unicode_tables.ts; do not edit.",
    "package haxe.internal.unicode;",
    "",
    "/** What Unicode says about code points, packed into text. **/",
    "class UnicodeTables {",
    ...constants.map(
      ([name, what, text]) =>
        `\t/** ${what} **/\n\tpublic static final ${name} = ${literal(text)};\n`,
    ),
    "\t/** First and last code point of each range of a script, in base 36. **/",
    "\tpublic static function script(name:String):Null<String> {",
    "\t\treturn switch (name) {",
    ...SCRIPTS.map((name) => `\t\t\tcase "${name}": ${literal(scriptRanges(name))};`),
    "\t\t\tdefault: null;",
    "\t\t}",
    "\t}",
    "}",
    "",
  ].join("\n");
}

if (import.meta.main) process.stdout.write(unicodeTablesSource());
