/** Whatever the text is: no exception, spans inside the file, a tree that can be printed, hashed and encoded. */
import { readFileSync } from "node:fs";
import path from "node:path";
import test, { type ExecutionContext } from "ava";
import { renderDiagnostics } from "#compiler/diagnostics/render.ts";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { decodeModule, encodeModule } from "#compiler/syntax/ast_binary.ts";
import { hashNode } from "#compiler/syntax/hash.ts";
import { printModule } from "#compiler/syntax/print/print.ts";
import { keywords, punctuation } from "#compiler/syntax/token.ts";
import { listSamples } from "#tests/compiler/golden.ts";
import { Random } from "./random.ts";

const folder = path.join(import.meta.dirname, "samples");
const samples = listSamples(folder).map((name) =>
  readFileSync(path.join(folder, name, "input.hx"), "utf8"),
);
const pieces = [
  ...keywords,
  ...punctuation,
  ...["a", "B", "x1", "is", "$v", "12", "0x1F", "1.5", "1.", '"s"', "'s'", "'$a{b}'", "~/r/g"],
  ...["#if", "#else", "#elseif", "#end", "js", "'", '"', "/*", "*/", "//", "\\", "\n", "${", "'${"],
];

/** Everything that is done with a parsed file. */
function exercise(t: ExecutionContext, text: string): void {
  const source = { path: "Fuzz.hx", text };
  try {
    const { module, diagnostics } = parseModule(source, new Map());
    for (const { span } of diagnostics) {
      if (span.start < 0 || span.end < span.start || span.end > text.length) {
        t.fail(`span ${span.start}-${span.end} of ${text.length}`);
      }
    }
    const again = parseModule(source, new Map());
    t.is(hashNode("Module", again.module), hashNode("Module", module));
    renderDiagnostics(diagnostics, "pretty", () => source);
    const decoded = decodeModule(encodeModule(module));
    if (!decoded.isValid) t.fail(decoded.detail);
    const printed = parseModule({ path: "Printed.hx", text: printModule(module) }, new Map());
    if (diagnostics.length > 0) return;
    t.deepEqual(printed.diagnostics, []);
    t.is(hashNode("Module", printed.module), hashNode("Module", module));
  } catch (error) {
    t.fail(`${String(error)} for ${JSON.stringify(text)}`);
  }
}

test("token soup", (t) => {
  const random = new Random(1);
  for (let round = 0; round < 2000; round++) {
    const words = Array.from({ length: 1 + random.below(60) }, () => random.pick(pieces));
    exercise(t, words.join(random.pick(["", " ", " "])));
  }
  t.pass();
});

test("token soup in a function", (t) => {
  const random = new Random(2);
  for (let round = 0; round < 1000; round++) {
    const words = Array.from({ length: 1 + random.below(30) }, () => random.pick(pieces));
    exercise(t, `class A { function f() { ${words.join(" ")} } public var x = 1; }`);
  }
  t.pass();
});

test("truncated samples", (t) => {
  const random = new Random(3);
  for (const text of samples) {
    for (let round = 0; round < 40; round++) exercise(t, text.slice(0, random.below(text.length)));
  }
  t.pass();
});

test("mutated samples", (t) => {
  const random = new Random(4);
  for (let round = 0; round < 2000; round++) {
    let text = random.pick(samples);
    for (let change = 0; change <= random.below(3); change++) text = mutate(random, text);
    exercise(t, text);
  }
  t.pass();
});

function mutate(random: Random, text: string): string {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + random.below(8));
  const other = random.pick(samples);
  const piece = random.pick([
    "",
    random.pick(pieces),
    other.slice(random.below(other.length)).slice(0, 20),
    String.fromCharCode(random.below(0x10000)),
  ]);
  return text.slice(0, start) + piece + text.slice(end);
}
