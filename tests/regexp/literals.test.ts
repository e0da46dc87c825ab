/** The compiler refuses the same patterns as the standard library, at the same place and with the same words. */
import test from "ava";
import { regexpProblem } from "#compiler/lexer/regexp_syntax.ts";
import { Random } from "../compiler/parser/random.ts";
import { matchAll } from "./match_all.ts";

const wrong = [
  ..."( a) [a *a a** a{2,1} [z-a] (?<=a+)b (?z) [[:foo:]] (a)\\2 \\1 (?(1)a|b) [a-\\d] a{1}{2}".split(
    " ",
  ),
  ..."{2} a|{2} ({2}) ^{2}a \\b{2} (?i){2} a{2}+{3} a{65536} a{1,65536} \\x{110000} \\x{zz}".split(
    " ",
  ),
  ..."(?< (?<1a>b) (?<a (?<1 (?P=1 (?P (?<a>b)(?<a>c) (? (?: (?i (?#a [ [^ [] [a- [[:alpha: (?(1 (?(".split(
    " ",
  ),
  ..."(a)(?(1)a|b|c) (?<=a|b*)c (?<=(?:a|bc))d (?<!a?) (?(a)b) \\2(a) (?(2)a)(b) \\u12 \\uD83D\\u0041".split(
    " ",
  ),
  ..."[z\\] [[.a.]] [[=a=]] \\U0041 (?^i)a (?P>a) (?&a) (?R) (?1)(a) (?-1) (?<é>a) (*UTF8) (?(?=a)b)".split(
    " ",
  ),
  ..."(?x)a|* (?x:a\n#(\n (?'a' (?P=a) (?<=(a)\\1)".split(" "),
  "(".repeat(300),
];

const right = [
  ..."(?=a)* (?:)* (?:^)* \\8 \\1(a) [\\B] []a] [^]a] ] } a{ a{,2} x{1 (?<ab_1>x) [\\d-z] [a-] [-a]".split(
    " ",
  ),
  ..."(?|(?<n>a)|(?<n>b)) (?ii)a (?i-)a (?-)a (?)a (?<=a{2})b (?<=a|bc)d (?<!^|b) (a)?(?(1)b) \\101".split(
    " ",
  ),
  ..."(?<q>a)(?(q)b|c) (?<q>a)(?(<q>)b) (?P<n>a)(?P=n) (?x)(a\n#)\n) [[:^alpha:]] \\uD83D\\uDE00 \\x4 \\x{41}".split(
    " ",
  ),
];

/** What the lexer lets into a literal. */
const pieces = [
  ..."a b ( ( ) ) [ ] [^ - * + ? { } {2} {1,2} {2,1} , | ^ $ . 1 (?: (?= (?<= (?<! (?> (?| (?i) (?x) (?# (?<n> (?P=n) (?(1)".split(
    " ",
  ),
  ..."\\d \\W \\b \\B \\1 \\2 \\0 \\x41 \\x{ \\\\ \\( \\] [:alpha:] [: :] \\u0041".split(" "),
];

test("patterns that are wrong", async (t) => {
  const answers = await askAll(wrong);
  t.deepEqual(wrong.map(problemText), answers);
  t.false(answers.includes("right"));
});

test("patterns that look wrong", async (t) => {
  t.deepEqual(
    await askAll(right),
    right.map(() => "right"),
  );
  t.deepEqual(
    right.map(problemText),
    right.map(() => "right"),
  );
});

test("generated patterns", async (t) => {
  const random = new Random(4);
  const patterns = Array.from({ length: 6000 }, () =>
    Array.from({ length: 1 + random.below(8) }, () => random.pick(pieces)).join(""),
  );
  const answers = await askAll(patterns);
  const different = patterns
    .map((pattern, index) => ({ pattern, found: problemText(pattern), expected: answers[index] }))
    .filter(({ found, expected }) => found !== expected);
  t.deepEqual(different, []);
});

function problemText(pattern: string): string {
  const problem = regexpProblem(pattern);
  return problem === null ? "right" : `error ${problem.position} ${problem.reason}`;
}

async function askAll(patterns: readonly string[]): Promise<string[]> {
  const answers = await matchAll(patterns.map((pattern) => ({ pattern, flags: "", text: "" })));
  return answers.map((answer) => (answer.startsWith("error") ? answer : "right"));
}
