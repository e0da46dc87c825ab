/** Prints how fast parsing is; nothing is asserted about time. */
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "ava";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { decodeModule, encodeModule } from "#compiler/syntax/ast_binary.ts";
import { listSamples } from "#tests/compiler/golden.ts";

const folder = path.join(import.meta.dirname, "samples");

test("speed", (t) => {
  const texts = listSamples(folder).map((name) =>
    readFileSync(path.join(folder, name, "input.hx"), "utf8"),
  );
  const sources = Array.from({ length: 2000 }, (_, index) => ({
    path: "Main.hx",
    text: texts[index % texts.length] ?? "",
  }));
  const size = sources.reduce((sum, { text }) => sum + text.length, 0);
  const started = performance.now();
  const modules = sources.map((source) => parseModule(source, new Map()).module);
  const parsed = performance.now();
  const encoded = modules.map(encodeModule);
  const written = performance.now();
  const decoded = encoded.map(decodeModule);
  const read = performance.now();
  const speed = (from: number, to: number) => (size / 1000 / (to - from)).toFixed(1);
  t.log(
    `of source: parse ${speed(started, parsed)} MB/s, encode ${speed(parsed, written)} MB/s, decode ${speed(written, read)} MB/s`,
  );
  t.true(decoded.every(({ isValid }) => isValid));
});
