/** The standard library's regular expressions and those of JavaScript find the same. */
import test from "ava";
import { Random } from "../compiler/parser/random.ts";
import { matchAll, type Question } from "./match_all.ts";
import { randomPattern, randomText } from "./random_pattern.ts";

test("generated patterns match where JavaScript's do", async (t) => {
  const random = new Random(20261127);
  const questions = Array.from({ length: 2500 }, (): Question => {
    const pattern = randomPattern(random, 3);
    const text = randomText(random);
    // V8 looks behind from within a surrogate pair.
    const looksBehind = /\\[bB]|\(\?</.test(pattern);
    return {
      pattern,
      flags: random.pick(["", "", "m", "s"]),
      text: looksBehind ? text.replaceAll("😀", "") : text,
    };
  });
  const answers = await matchAll(questions);
  const different = questions
    .map((question, index) => ({
      ...question,
      found: answers[index],
      expected: inJavaScript(question),
    }))
    .filter(({ found, expected }) => found !== expected);
  t.deepEqual(different, []);
});

/** `\w`, `\d`, `\b` and `.` mean the same there only when they are written out. */
function inJavaScript({ pattern, flags, text }: Question): string {
  const word = "\\p{L}\\p{N}_";
  const translated = pattern
    .replaceAll("\\w", `[${word}]`)
    .replaceAll("\\W", `[^${word}]`)
    .replaceAll("\\b", `(?:(?<=[${word}])(?![${word}])|(?<![${word}])(?=[${word}]))`)
    .replaceAll("\\B", `(?:(?<=[${word}])(?=[${word}])|(?<![${word}])(?![${word}]))`);
  const found = new RegExp(translated, `du${flags}`).exec(text);
  if (found === null) return "none";
  return Array.from(found.indices ?? [], (place) =>
    place === undefined ? "-" : place.join(":"),
  ).join(" ");
}
