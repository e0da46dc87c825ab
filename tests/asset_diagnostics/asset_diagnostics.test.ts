import test from "ava";
import { type Code, messages } from "#asset_tools/document/messages.ts";
import { checkGolden } from "#tests/compiler/golden.ts";
import { assetDiagnosticsReference } from "./reference.ts";
import { samples } from "./samples.ts";

test("docs/asset_diagnostics.md is made of the catalogue and the samples", async (t) => {
  checkGolden(t, "docs/asset_diagnostics.md", await assetDiagnosticsReference());
});

for (const [code, sample] of Object.entries(samples)) {
  test(`${code} is what its sample shows first`, async (t) => {
    const output = await sample.run(sample.files);
    const { severity } = messages[code as Code];
    t.regex(output, new RegExp(`^(package )?\\S+( \\(\\S+\\))?: ${severity} ${code}: `));
    t.notRegex(output, /^\s+at |node:internal|\.ts:\d/m);
  });
}

test("every message has a sample", (t) => {
  t.deepEqual(
    Object.keys(messages).filter((code) => samples[code as Code] === undefined),
    [],
  );
});
