import test from "ava";
import { checkGolden } from "#tests/compiler/golden.ts";
import { conformanceReference, countAssertions, sum } from "#tests/conformance/counts.ts";

/** What the language and its library take at the least. */
const LEAST = 1500;

const counts = countAssertions();

test(`samples make ${LEAST} assertions or more`, (t) => {
  const total = sum(counts.map(({ assertions }) => assertions));
  t.true(total >= LEAST, `only ${total}`);
});

test("every feature's folder makes some", (t) => {
  const without = counts.filter(({ assertions }) => assertions === 0);
  t.deepEqual(without, []);
});

test("docs/conformance.md says how many each feature makes", (t) => {
  checkGolden(t, "docs/conformance.md", conformanceReference(counts));
});
