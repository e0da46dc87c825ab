/** Every diagnostic has a sample with its full message. */
import path from "node:path";
import test from "ava";
import { catalog } from "#compiler/diagnostics/catalog.ts";
import { checkGolden, listSamples } from "#tests/compiler/golden.ts";
import { codeOf, renderSample } from "./render_sample.ts";

const folder = import.meta.dirname;
const samples = listSamples(folder).filter((name) => name.startsWith("HX"));

/** Only a fault of the compiler itself shows this one. */
const withoutSample = ["HX9001"];

for (const name of samples) {
  test(name, async (t) => {
    const sample = path.join(folder, name);
    const { codes, text } = await renderSample(sample, codeOf(name));
    t.true(codes.includes(codeOf(name)));
    checkGolden(t, path.join(sample, "expected.txt"), text);
  });
}

test("every diagnostic has a sample", (t) => {
  const shown = new Set(samples.map(codeOf));
  t.deepEqual(
    Object.keys(catalog).filter((code) => !shown.has(code)),
    withoutSample,
  );
});

test("every sample is of a diagnostic that there is", (t) => {
  t.deepEqual(
    samples.map(codeOf).filter((code) => !Object.hasOwn(catalog, code)),
    [],
  );
});
