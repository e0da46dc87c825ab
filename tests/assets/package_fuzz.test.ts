/** Whatever is in a package.xml: a model or diagnostics with places inside the file, in time, and never an exception. */
import { globSync, readFileSync } from "node:fs";
import test, { type ExecutionContext } from "ava";
import type { Diagnostic } from "#asset_tools/document/diagnostic.ts";
import { diagnosticFormats, renderAs } from "#asset_tools/document/render.ts";
import { discoverPackages } from "#asset_tools/package_xml/discover_packages.ts";
import { MAX_XML_BYTES } from "#asset_tools/package_xml/read_xml.ts";
import { splitPackage } from "#asset_tools/package_xml/split_package.ts";
import { checkBehaviors } from "#asset_tools/scene/check_behaviors.ts";
import { CodePlaces } from "#asset_tools/scene/code_places.ts";
import type { SceneSchema } from "#compiler/bytecode/scene_schema.ts";
import { Random } from "#tests/compiler/parser/random.ts";
import { mutate } from "#tests/fuzz/mutate.ts";
import { rounds } from "#tests/fuzz/rounds.ts";

const texts = globSync(["game/package.xml", "packages/*/package.xml"])
  .sort()
  .map((file) => readFileSync(file, "utf8"));

const PIECES = [
  "<",
  ">",
  "/>",
  '"',
  "'",
  "&",
  "&#0;",
  "&#x10FFFF;",
  "&lt;",
  "<a>",
  "</entity>",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<?x",
  "?>",
  "<!DOCTYPE a>",
  "\u0000",
  "\uFEFF",
  "\uD800",
  "\u00A0",
  "é",
  "\r",
  '<scene id="S">',
  'id="x"',
  'xmlns:a="b"',
  "a:b",
  "1e999",
  "-0",
  "__proto__",
  "constructor",
  'keep="true"',
  '<dependency id="game"/>',
];

/** What the code has of the behaviours that the sample packages name. */
const CODE: SceneSchema = {
  classes: [
    {
      path: "vehicles.Rotor",
      role: "behavior",
      ancestors: [],
      params: [
        { name: "spin", type: { kind: "float" }, isRequired: false, initial: 0, min: -60, max: 60 },
      ],
    },
  ],
};

/** Such files take milliseconds; a thousand times that is a loop. Other threads do not count. */
const PATIENCE_MS = 5000;

/** Everything that is done with a package's text. */
function exercise(t: ExecutionContext, text: string): void {
  const start = process.threadCpuUsage();
  const bytes = Buffer.from(text);
  const split = splitPackage(bytes, "p.xml", []);
  t.true(split.value !== undefined || split.diagnostics.length > 0);
  if (split.value) {
    const places = new CodePlaces(() => []);
    checkBehaviors(JSON.parse(split.value.behaviors), "p.xml", [CODE], places);
  }
  const found = discoverPackages([{ file: "p.xml", bytes }]);
  const decoded = bytes.toString("utf8");
  const diagnostics = [...split.diagnostics, ...found.diagnostics];
  for (const problem of diagnostics) checkPlaces(t, problem, decoded);
  for (const format of diagnosticFormats) renderAs(format, diagnostics, () => decoded);
  const spent = process.threadCpuUsage(start).user / 1000;
  if (spent > PATIENCE_MS)
    t.fail(`${Math.round(spent)} ms for ${JSON.stringify(text.slice(0, 500))}`);
}

function checkPlaces(t: ExecutionContext, problem: Diagnostic, text: string): void {
  const lines = text.split(/\r\n|\n|\r/);
  for (const { line, column, length } of [problem, ...(problem.related ?? [])]) {
    if (line === 0) continue;
    const found = lines[line - 1];
    const isInside =
      found !== undefined && column >= 1 && column <= found.length + 1 && length >= 0;
    if (!isInside)
      t.fail(`${problem.code} at ${line}:${column} of ${JSON.stringify(text.slice(0, 5000))}`);
  }
}

test("sample packages with small changes", (t) => {
  const random = new Random(41);
  for (let round = 0; round < rounds(2000); round++) {
    let text = mutate(random, random.pick(texts), texts);
    for (let count = random.below(3); count > 0; count--) {
      const at = random.below(text.length + 1);
      text = text.slice(0, at) + random.pick(PIECES) + text.slice(at + random.below(3));
    }
    exercise(t, text);
  }
});

test("a package that ends at every place", (t) => {
  const [shortest] = texts.toSorted((a, b) => a.length - b.length);
  for (let end = 0; end < (shortest as string).length; end++)
    exercise(t, (shortest as string).slice(0, end));
});

test("inputs that are made to cost much", (t) => {
  const many = 200_000;
  const costly = [
    "<a>".repeat(many),
    "<package>".repeat(many),
    `<package ${Array.from({ length: many / 4 }, (_, at) => `a${at}="" `).join("")}/>`,
    `<package>${"<assets/>".repeat(many / 4)}</package>`,
    `<package id="p" version="${"&amp;".repeat(many)}"/>`,
    `<package id="p" version="1">${" ".repeat(many)}x${" ".repeat(many)}</package>`,
    `<package id="p" version="1"><assets>${'<mesh id="A"/>'.repeat(many / 20)}</assets></package>`,
    `<!DOCTYPE a [${"<!ENTITY a '&a;&a;'>".repeat(many / 10)}]><a>&a;</a>`,
    "<!--".repeat(many),
    "<?".repeat(many),
    `<a b="${"<".repeat(many)}`,
    "\r".repeat(many),
  ];
  for (const text of costly) exercise(t, text);
});

test("a file over the limit is not even decoded", (t) => {
  const [problem] = splitPackage(new Uint8Array(MAX_XML_BYTES + 1), "p.xml", []).diagnostics;
  t.is(problem?.code, "PK1004");
});
