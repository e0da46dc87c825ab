import test from "ava";
import { formatJunit } from "#toolchains/test/junit.ts";
import { readTap } from "#toolchains/test/tap.ts";

const RUN = `TAP version 13
ok 1 - lexer › reads "a" <b>
not ok 2 - lexer › fails
  ---
    message: 1 & 2 differ\u0007
  ...
ok 3 - lexer › later # SKIP
ok 4 - lexer › logs
    * a line
1..4
`;

test("a run's outcomes are read with what followed them", (t) => {
  t.deepEqual(readTap(RUN), [
    { name: 'lexer › reads "a" <b>', outcome: "passed", details: "" },
    {
      name: "lexer › fails",
      outcome: "failed",
      details: "  ---\n    message: 1 & 2 differ\u0007\n  ...",
    },
    { name: "lexer › later", outcome: "skipped", details: "" },
    { name: "lexer › logs", outcome: "passed", details: "    * a line" },
  ]);
});

test("a report escapes what XML cannot hold", (t) => {
  const report = formatJunit("//a:b", readTap(RUN));
  t.regex(report, /tests="4" failures="1" skipped="1"/);
  t.regex(report, /name="lexer › reads &quot;a&quot; &lt;b&gt;"/);
  t.regex(report, /1 &amp; 2 differ\uFFFD/);
});
