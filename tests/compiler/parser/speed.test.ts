/** Prints how fast parsing is; nothing is asserted about time. */
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "ava";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { decodeModule, encodeModule } from "#compiler/syntax/ast_binary.ts";
import { listSamples } from "#tests/compiler/golden.ts";

const folder = path.join(import.meta.dirname, "samples");

test("speed", (t) => {
  const declarations = listSamples(folder)
    .filter((name) => name !== "package_and_imports")
    .map((name) => readFileSync(path.join(folder, name, "input.hx"), "utf8"))
    .join("\n");
  const source = { path: "Main.hx", text: declarations.repeat(50) };
  const speed = (from: number, to: number) => (source.text.length / 1000 / (to - from)).toFixed(1);
  let line = "";
  // The last round counts: the ones before warm up.
  for (let round = 0; round < 4; round++) {
    const started = performance.now();
    const { module } = parseModule(source, new Map());
    const parsed = performance.now();
    const bytes = encodeModule(module);
    const written = performance.now();
    t.true(decodeModule(bytes).isValid);
    const read = performance.now();
    line = `parse ${speed(started, parsed)}, encode ${speed(parsed, written)}, decode ${speed(written, read)}`;
  }
  t.log(`MB/s of source: ${line}`);
});
