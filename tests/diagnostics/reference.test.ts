import path from "node:path";
import test from "ava";
import { checkGolden } from "#tests/compiler/golden.ts";
import { diagnosticsReference } from "./reference.ts";

test("docs/diagnostics.md is made of the catalogue and the samples", (t) => {
  const file = path.join(import.meta.dirname, "..", "..", "docs", "diagnostics.md");
  checkGolden(t, file, diagnosticsReference());
});
