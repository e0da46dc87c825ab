/** No pattern and no text makes a search run for ever or out of stack. */
import test from "ava";
import { matchAll } from "./match_all.ts";

const many = "a".repeat(3000);

test("patterns with exponentially many ways to fail", async (t) => {
  const patterns = ["(a+)+b", "(a|aa)*b", "(a|a)*?b", "(.*)(.*)(.*)b"];
  const questions = patterns.map((pattern) => ({ pattern, flags: "", text: many.slice(0, 300) }));
  t.deepEqual(
    await matchAll(questions),
    patterns.map(() => "none"),
  );
});

test("a search that depends on what groups hold is given up", async (t) => {
  const text = "a".repeat(40);
  const [answer] = await matchAll([{ pattern: "(a*)*(a*)*(a*)*\\1b", flags: "", text }]);
  t.is(
    answer,
    "failed Regular expression ~/(a*)*(a*)*(a*)*\\1b/ gave up: it tries too much on this text",
  );
});

test("long texts", async (t) => {
  const text = many.repeat(30);
  const patterns = ["(?:a|b)*", "(a)*", "(?:aa?)+", ".*", "(a|b)*?$"];
  const answers = await matchAll(patterns.map((pattern) => ({ pattern, flags: "", text })));
  t.deepEqual(
    answers.map((answer) => answer.split(" ")[0]),
    patterns.map(() => `0:${text.length}`),
  );
});
