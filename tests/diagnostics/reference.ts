/** The text of docs/diagnostics.md: every code with its message, what to know about it, its sample and what that prints. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { catalog, type DiagnosticCode } from "#compiler/diagnostics/catalog.ts";
import type { Message } from "#compiler/diagnostics/message.ts";
import { listSamples } from "#tests/compiler/golden.ts";
import { notes } from "./notes.ts";
import { codeOf } from "./render_sample.ts";

const folder = import.meta.dirname;

const families: Readonly<Record<string, string>> = {
  HX1: "Syntax",
  HX2: "Names, modules and declarations",
  HX3: "Types",
  HX4: "Lowering and linking",
  HX9: "The compiler itself",
};

/** Longer samples and lines show a limit; their beginning says enough. */
const LINES = 40;
const WIDTH = 120;

export function diagnosticsReference(): string {
  const samples = listSamples(folder);
  const codes = (Object.keys(catalog) as DiagnosticCode[]).toSorted();
  const parts = Object.entries(families).map(([family, title]) =>
    [
      `## ${family}xxx: ${title.toLowerCase()}`,
      ...codes
        .filter((code) => code.startsWith(family))
        .map((code) => entry(code, samples.find((name) => codeOf(name) === code) ?? null)),
    ].join("\n\n"),
  );
  return `${[introduction, ...parts].join("\n\n")}\n`;
}

const introduction = `# Diagnostics

Every message of the compiler has a code, which never changes its meaning. This page is made from the catalogue and from
\`tests/diagnostics\`, where every code has a sample; \`UPDATE_GOLDENS=1\` with \`tests/diagnostics/reference.test.ts\` rewrites it.

A diagnostic is an error, or a warning, which fails nothing. \`haxe_game check\` reports those of all modules at once, by file
and place, and ends with status 1 if one is an error, else 0; a command line that cannot be read gives 2.

## Formats

\`--diagnostics pretty\` is shown below: place, code and message, then the line with marks, labels with \`---\` at what explains
it, and a hint.

\`--diagnostics haxe\` is what editors for Haxe parse: \`File.hx:3: characters 5-10 : message\`, with \`character 5\` for a place
without length, \`lines 3-5\` for several lines, and \`Warning : \` before the message of a warning. Columns count code points
from 1, a tab is one, the end is exclusive. Labels and hints follow with \`... \` before their text.

\`--diagnostics json\` is one object a line:

| field | value |
| --- | --- |
| \`severity\` | \`"error"\` or \`"warning"\` |
| \`code\` | such as \`"HX3001"\` |
| \`message\` | one sentence |
| \`file\` | as given on the command line |
| \`line\`, \`column\`, \`endLine\`, \`endColumn\` | from 1, columns in UTF-16 units, the end exclusive |
| \`offset\`, \`endOffset\` | in UTF-16 units from the start of the file |
| \`labels\` | other places: each has \`message\`, \`file\` and the numbers above |
| \`hint\` | what to do, or \`null\` |

The numbers are left out where the file's text is not at hand.`;

function entry(code: DiagnosticCode, sample: string | null): string {
  const { severity, text }: Message = catalog[code];
  const note = notes[code];
  const lines = [`### ${code}`, `${severity === "warning" ? "Warning" : "Error"}: ${text}`];
  if (note !== undefined) lines.push(note);
  if (sample !== null) lines.push(sampleText(sample));
  return lines.join("\n\n");
}

function sampleText(name: string): string {
  const input = path.join(folder, name, "input.hx");
  const output = fenced("", readFileSync(path.join(folder, name, "expected.txt"), "utf8"));
  return existsSync(input) ? `${fenced("haxe", readFileSync(input, "utf8"))}\n\n${output}` : output;
}

function fenced(language: string, text: string): string {
  const lines = text.trimEnd().split("\n");
  const shown = lines.length > LINES ? [...lines.slice(0, LINES), "..."] : lines;
  const cut = shown.map((line) => (line.length > WIDTH ? `${line.slice(0, WIDTH)}...` : line));
  return `\`\`\`${language}\n${cut.join("\n")}\n\`\`\``;
}
