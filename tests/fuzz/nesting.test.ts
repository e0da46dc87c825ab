/** Code that nests, repeats or leans on other code without end meets a limit that has a code, or compiles in time. */
import test from "ava";
import type { DiagnosticCode } from "#compiler/diagnostics/catalog.ts";
import { NESTING_LIMIT } from "#compiler/parser/parser.ts";
import { exercise } from "./exercise.ts";
import { chainForms, deepForms, wideForms } from "./nesting_forms.ts";

const limits: ReadonlySet<DiagnosticCode> = new Set(["HX1104", "HX1025", "HX2018", "HX3004"]);

function codesOf(text: string): DiagnosticCode[] {
  return exercise(text).map(({ code }) => code);
}

for (const [name, make] of Object.entries(deepForms)) {
  test(`${name}: too deep`, (t) => {
    for (const count of [NESTING_LIMIT + 1, 20_000])
      t.true(codesOf(make(count)).some((code) => limits.has(code)));
  });

  test(`${name}: as deep as may be`, (t) => {
    let count = NESTING_LIMIT;
    while (count > 50 && codesOf(make(count)).includes("HX1104")) count -= 10;
    t.true(count >= 80);
    const codes = codesOf(make(count)).filter((code) => code !== "HX3910" && code !== "HX1025");
    t.deepEqual(codes, []);
  });
}

for (const [name, make] of Object.entries(wideForms)) {
  test(`many: ${name}`, (t) => {
    t.deepEqual(codesOf(make(2000)), []);
  });
}

for (const [name, make] of Object.entries(chainForms)) {
  test(`a long chain of ${name}`, (t) => {
    t.deepEqual(codesOf(make(100)), []);
    const codes = new Set(codesOf(make(1500)));
    t.true(codes.size === 0 || [...codes].some((code) => limits.has(code)));
  });
}
